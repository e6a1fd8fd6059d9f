using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>A Lao worker applies to leave by a way that no agreement is known for: the departure waits in the officers' queue, which the Portal shows.</summary>
public sealed class WaitingDeparture(Offices offices, DateTimeOffset start) : Journey(offices, start)
{
    public override string Name => "Lao worker to Myanmar, waits for an officer";

    protected override async Task Live(CancellationToken cancel)
    {
        WorkerNumber = (await new Workers.WorkersClient(As(Account.Ministry("LA"), "Registry", "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"Demonstration {MadeUp("bdfgklmnpstv")}" } },
            BirthDate = SomeMonth(),
            Sex = Sex.Male,
            Nationality = "LA",
            Province = "LA-LM",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + NewId()[..8], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        Expect("gms.registry.worker-enrolled:1");

        var departures = new Departures.DeparturesClient(As(Account.Ministry("LA"), "Registry", "departure-clearance"));
        var departure = await Decided(departures, (await departures.RegisterDepartureAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            Channel = "WORK_PERMIT",
            Origin = "LA",
            Destination = "MM",
            PlannedOn = Day(Now.AddDays(20)),
            EmploymentType = "FORMAL",
        }, cancellationToken: cancel)).Departure, cancel);
        if (departure.Status != DepartureStatus.Held)
            throw new CannotGoOnException($"The departure of the {Name} was not held but {departure.Status}.");
        Expect("gms.registry.departure-registered:1", "gms.registry.departure-held:1");
        Note($"Why: {Reasons(departure)}");
        Note("An officer decides it: the Portal, signed in as ministry-officer.la, Departures that wait");
    }
}
