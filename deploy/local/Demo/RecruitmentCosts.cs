using System.Globalization;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>SDG indicator 10.7.1 by corridor: the year before this one, as anybody may read it.</summary>
public sealed record RecruitmentCosts(int Year, IReadOnlyList<string> Lines)
{
    /// <summary>What each of a group of workers paid, in satang: two paid nothing.</summary>
    static readonly long[] Paid = [0, 0, 150_000, 300_000, 450_000, 900_000];

    /// <summary>Reads the figures of every corridor. Where the Lao corridor has too few workers to tell, a group of made-up workers is recruited first.</summary>
    public static async Task<RecruitmentCosts> Ask(Offices offices, CancellationToken cancel)
    {
        var year = DateTimeOffset.UtcNow.Year - 1;
        var statistics = new Recruitment.V1.Statistics.StatisticsClient(offices.ToPublic("Recruitment"));
        async Task<bool> Told() => (await statistics.ReadRecruitmentCostsAsync(new() { Country = "LA", Year = year }, cancellationToken: cancel)).Corridors
            .Any(c => c is { Origin: "LA", Destination: "TH", Measure: CostMeasure.Resident, Suppressed: false });
        if (!await Told())
        {
            foreach (var paid in Paid)
                await Recruit(offices, new(year, 6, 1, 3, 0, 0, TimeSpan.Zero), paid, cancel);
            await Wait.For(async _ => await Told(), TimeSpan.FromMinutes(1), cancel);
        }

        var lines = new List<string>();
        foreach (var country in new[] { "LA", "KH", "MM", "VN", "CN" })
            lines.AddRange((await statistics.ReadRecruitmentCostsAsync(new() { Country = country, Year = year }, cancellationToken: cancel)).Corridors.Where(c => c.Origin == country).Select(Line));
        return new(year, lines);
    }

    static string Line(CorridorCost corridor)
    {
        var whose = $"{corridor.Origin} to {corridor.Destination}, {(corridor.Measure == CostMeasure.Resident ? "resident workers" : "border, seasonal and short-term workers (measured apart)")}";
        return corridor.Suppressed
            ? $"{whose}: too few to tell"
            : string.Create(CultureInfo.InvariantCulture, $"{whose}: {corridor.MeanMonths:0.00} months of the wage on average, {corridor.MedianMonths:0.00} in the middle, {corridor.Counted} counted");
    }

    /// <summary>A worker who was recruited for the demonstration's factory, and who says without the agency what it cost.</summary>
    static async Task Recruit(Offices offices, DateTimeOffset at, long paid, CancellationToken cancel)
    {
        var (registry, recruitment) = (offices.To("Registry", Account.Ministry("LA"), "enrolment", clock: at), offices.To("Recruitment", Account.Agency("LA"), "recruitment", clock: at));
        var worker = (await new Workers.WorkersClient(registry).EnrolWorkerAsync(new()
        {
            RequestId = Journey.NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"Demonstration {Journey.MadeUp("bdfgklmnpstv")}" } },
            BirthDate = Journey.SomeMonth(),
            Sex = Sex.Male,
            Nationality = "LA",
            Province = "LA-CH",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + Journey.NewId()[..8], ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        var registered = await new Contracts.ContractsClient(recruitment).RegisterContractAsync(FairRecruitment.GarmentContract(worker, Journey.Day(at), Journey.Day(at.AddDays(30))), cancellationToken: cancel);
        var contract = registered.ContractId;
        await FairRecruitment.Sign(recruitment, registered, Journey.Day(at), cancel);
        var heard = offices.To("Recruitment", Account.CivilSociety("TH"), "recruitment-verification", clock: at);
        if (paid > 0)
            await new Costs.CostsClient(heard).RecordCostAsync(new()
            {
                RequestId = Journey.NewId(),
                ContractId = contract,
                Item = "PASSPORT",
                Payer = Payer.Worker,
                Payee = Payee.Authority,
                Amount = new() { Minor = paid, Currency = "THB" },
                PaidOn = Journey.Day(at),
                ReceiptReference = "DEMO-PAPERS",
                StatedBy = StatedBy.Worker,
            }, cancellationToken: cancel);
        await new Declarations.DeclarationsClient(heard).RecordDeclarationAsync(FairRecruitment.Declared(contract, Journey.Day(at), "lo"), cancellationToken: cancel);
    }
}
