using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

/// <summary>How a departure is shown.</summary>
static class DepartureProto
{
    /// <param name="departure">The departure.</param>
    /// <param name="last">Its last decision; null while it is only received, and in lists.</param>
    /// <param name="forAgency">An agency reads it.</param>
    public static Proto.Departure ToProto(this Departure departure, DepartureDecision? last, bool forAgency) => new()
    {
        DepartureId = departure.Id.ToString(),
        RequestId = departure.RequestId.ToString(),
        WorkerNumber = departure.WorkerNumber,
        ContractId = departure.ContractId?.ToString() ?? "",
        AgencyId = departure.AgencyId?.ToString() ?? "",
        Origin = departure.Origin,
        Destination = departure.Destination,
        Channel = departure.Channel,
        Checkpoint = departure.Checkpoint ?? "",
        PlannedOn = departure.PlannedOn.ToProto(),
        EmploymentType = departure.EmploymentType,
        Status = departure.Status.ToProto(),
        Checks = { last?.Findings.Select(f => f.ToProto(forAgency)) ?? [] },
        MissingParts = { departure.MissingParts },
        ReceivedAt = departure.ReceivedAt.ToTimestamp(),
        DecidedAt = last?.DecidedAt.ToTimestamp(),
        DecidedByOfficer = last is { Officer: not null, Appeal: false },
        OfficerReason = last is { Appeal: false } ? last.Reason ?? "" : "",
        HeldSince = departure.HeldAt?.ToTimestamp(),
        Owner = departure.Owner ?? "",
        OwnedSince = departure.OwnedAt?.ToTimestamp(),
        AppealGrounds = last is { Appeal: true } ? last.Reason ?? "" : "",
        Version = departure.Version,
    };

    public static Proto.DepartureStatus ToProto(this DepartureStatus status) => status switch
    {
        DepartureStatus.Received => Proto.DepartureStatus.Received,
        DepartureStatus.Cleared => Proto.DepartureStatus.Cleared,
        DepartureStatus.Held => Proto.DepartureStatus.Held,
        DepartureStatus.Refused => Proto.DepartureStatus.Refused,
    };
}
