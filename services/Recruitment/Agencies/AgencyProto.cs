using Gms.Platform;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

/// <summary>How agencies and licences are shown.</summary>
static class AgencyProto
{
    public static Proto.GetAgencyResponse ToProto(this Agency agency, DateOnly day) => new()
    {
        AgencyId = agency.Id.ToString(),
        Country = agency.Country,
        Name = agency.Name,
        NameLatin = agency.NameLatin ?? "",
        RegistrationNumber = agency.RegistrationNumber,
        Licences = { agency.Licences.OrderBy(l => l.ValidFrom).ThenBy(l => l.Id).Select(l => l.ToProto(day, withReasons: true)) },
    };

    public static Proto.Licence ToProto(this Licence licence, DateOnly day, bool withReasons) => new()
    {
        LicenceId = licence.Id.ToString(),
        Number = licence.Number,
        Direction = licence.Outbound ? Proto.LicenceDirection.Outbound : Proto.LicenceDirection.Inbound,
        ValidFrom = licence.ValidFrom.ToProto(),
        ValidTo = licence.ValidTo?.ToProto(),
        Countries = { licence.Countries },
        Deposit = withReasons ? licence.Deposit?.ToProto() : null,
        Conditions = licence.Conditions ?? "",
        State = licence.StateOn(day).ToProto(),
        Suspensions =
        {
            licence.Suspensions.OrderBy(s => s.From).ThenBy(s => s.Id).Select(s => new Proto.Suspension
            {
                From = s.From.ToProto(),
                Until = s.Until?.ToProto(),
                Reason = withReasons ? s.Reason : "",
            }),
        },
        RevokedFrom = licence.RevokedFrom?.ToProto(),
        RevocationReason = withReasons ? licence.RevocationReason ?? "" : "",
        RenewsLicenceId = licence.RenewsId?.ToString() ?? "",
    };

    public static Proto.LicenceState ToProto(this LicenceState state) => state switch
    {
        LicenceState.Valid => Proto.LicenceState.Valid,
        LicenceState.NotYetValid => Proto.LicenceState.NotYetValid,
        LicenceState.Suspended => Proto.LicenceState.Suspended,
        LicenceState.Expired => Proto.LicenceState.Expired,
        LicenceState.Revoked => Proto.LicenceState.Revoked,
    };
}
