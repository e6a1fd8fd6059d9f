using Gms.Platform;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

/// <summary>How applications are shown.</summary>
static class LicenceApplicationProto
{
    public static Proto.LicenceApplication ToProto(this LicenceApplication application) => new()
    {
        ApplicationId = application.Id.ToString(),
        AgencyId = application.AgencyId.ToString(),
        Direction = application.Outbound ? Proto.LicenceDirection.Outbound : Proto.LicenceDirection.Inbound,
        Countries = { application.Countries },
        RenewsLicenceId = application.RenewsId?.ToString() ?? "",
        Capital = application.Capital?.ToProto(),
        Deposit = application.Deposit?.ToProto(),
        Statement = application.Statement ?? "",
        AppliedOn = application.AppliedOn.ToProto(),
        Status = application.Status.ToProto(),
        Reasons = { application.Reasons },
        DecidedOn = application.DecidedOn?.ToProto(),
        LicenceId = application.LicenceId?.ToString() ?? "",
    };

    public static Proto.LicenceApplicationStatus ToProto(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.Applied => Proto.LicenceApplicationStatus.Applied,
        ApplicationStatus.Granted => Proto.LicenceApplicationStatus.Granted,
        ApplicationStatus.Refused => Proto.LicenceApplicationStatus.Refused,
        ApplicationStatus.Withdrawn => Proto.LicenceApplicationStatus.Withdrawn,
    };
}
