using Gms.Events.Registry;
using Gms.Registry.Departures;

namespace Gms.Registry.Passes;

/// <summary>What a pass tells others.</summary>
static class PassEvents
{
    public static PassRevoked Revoked(Pass pass, Departure departure) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = pass.RevokedAt!.Value,
        SubjectId = pass.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = departure.WorkerNumber,
        Country = pass.Country,
        PassId = pass.Id,
        DepartureId = pass.DepartureId,
        Reason = pass.RevocationReason!.Value.ToString(),
    };
}
