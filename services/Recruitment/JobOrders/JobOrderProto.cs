using Gms.Platform;
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
    };

    public static Proto.JobOrderStatus ToProto(this JobOrderStatus status) => status switch
    {
        JobOrderStatus.Registered => Proto.JobOrderStatus.Registered,
        JobOrderStatus.Attested => Proto.JobOrderStatus.Attested,
    };

    public static Proto.WagePeriod ToProto(this WagePeriod period) => period switch
    {
        WagePeriod.Hour => Proto.WagePeriod.Hour,
        WagePeriod.Day => Proto.WagePeriod.Day,
        WagePeriod.Month => Proto.WagePeriod.Month,
    };
}
