using Gms.Events.Recruitment;

namespace Gms.Recruitment.Contracts;

/// <summary>What is told of a contract.</summary>
static class ContractEvents
{
    public static ContractRegistered Registered(Contract contract) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = contract.RegisteredAt,
        SubjectId = contract.Id.ToString(),
        SubjectVersion = contract.Version,
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        ContractId = contract.Id,
        AgencyId = contract.AgencyId,
        EmployerId = contract.EmployerId,
        Origin = contract.Origin,
        Destination = contract.Destination,
        Channel = contract.Channel,
        StartsOn = contract.StartsOn,
        EndsOn = contract.EndsOn,
        ContractHash = contract.TextHash,
        Occupation = contract.Occupation,
        Sector = contract.Sector,
        TransferredFrom = contract.TransferredFrom,
    };

    public static ContractEnded Ended(Contract contract, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = contract.Id.ToString(),
        SubjectVersion = contract.Version,
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        ContractId = contract.Id,
        LastDay = contract.LastDay,
    };

    public static ContractAmended Amended(Contract contract, ContractVersion version, bool worse) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = version.RegisteredAt,
        SubjectId = contract.Id.ToString(),
        SubjectVersion = contract.Version,
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        ContractId = contract.Id,
        TextVersion = version.Number,
        Cause = version.Cause.ToString(),
        EndsOn = contract.EndsOn,
        Worse = worse,
        ContractHash = version.Hash,
    };

    public static ContractSigned Signed(Contract contract, ContractSignature signature) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = signature.RecordedAt,
        SubjectId = contract.Id.ToString(),
        SubjectVersion = contract.Version,
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        ContractId = contract.Id,
        TextVersion = signature.Number,
        Party = signature.Party.ToString(),
        SignedOn = signature.SignedOn,
    };
}
