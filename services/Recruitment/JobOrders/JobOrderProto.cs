using Gms.Platform;
using Gms.Recruitment.Contracts;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

/// <summary>How job orders are shown.</summary>
static class JobOrderProto
{
    public static Proto.GetJobOrderResponse ToProto(this JobOrder order) => new()
    {
        JobOrderId = order.Id.ToString(),
        EmployerId = order.EmployerId.ToString(),
        AgencyId = order.AgencyId?.ToString() ?? "",
        Origin = order.Origin,
        Destination = order.Country,
        Channel = order.Channel,
        Occupation = order.Occupation,
        Places = order.Places,
        PlacesLeft = order.PlacesLeft,
        Wage = order.Wage.ToProto(),
        WagePeriod = order.WagePeriod.ToProto(),
        HoursPerWeek = order.HoursPerWeek,
        OpenUntil = order.OpenUntil.ToProto(),
        Status = order.Status.ToProto(),
        AttestationNumber = order.AttestationNumber ?? "",
        DaysPerWeek = order.DaysPerWeek ?? 0,
        Housing = order.Housing?.ToProto() ?? Proto.Housing.Unspecified,
        MonthlyDeduction = order.MonthlyDeductionMinor is { } deduction ? (order.Wage with { Minor = deduction }).ToProto() : null,
        ClosedOn = order.ClosedOn?.ToProto(),
        FurtherAgencyIds = { order.FurtherAgencies.Select(a => a.ToString()) },
    };

    public static Proto.JobOrderStatus ToProto(this JobOrderStatus status) => status switch
    {
        JobOrderStatus.Registered => Proto.JobOrderStatus.Registered,
        JobOrderStatus.Attested => Proto.JobOrderStatus.Attested,
    };

    public static Proto.Housing ToProto(this Housing housing) => housing switch
    {
        Housing.EmployerFree => Proto.Housing.EmployerFree,
        Housing.EmployerPaid => Proto.Housing.EmployerPaid,
        Housing.Own => Proto.Housing.Own,
    };

    public static Proto.WagePeriod ToProto(this WagePeriod period) => period switch
    {
        WagePeriod.Hour => Proto.WagePeriod.Hour,
        WagePeriod.Day => Proto.WagePeriod.Day,
        WagePeriod.Month => Proto.WagePeriod.Month,
    };
}
