using Gms.DepartureOrientation.V1;
using Gms.Recruitment.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Local.Demo;

/// <summary>
/// What the journeys share: agencies with their licences, employers, job orders, and the programme of the background papers with its institutions, trainers and curricula. Loaded through
/// the public calls; every request has an id of its own, so loading twice changes nothing.
/// </summary>
public sealed class DemonstrationData(Offices offices)
{
    public static readonly string LaoAgency = Journey.IdOf("agency LA");
    public static readonly string GarmentEmployer = Journey.IdOf("employer TH garment");
    public static readonly string FarmEmployer = Journey.IdOf("employer TH farm");
    public static readonly string GarmentJobOrder = Journey.IdOf("job order LA-TH garment");

    /// <summary>Before everything that the journeys date.</summary>
    public static readonly DateTimeOffset Start = new(2023, 1, 9, 3, 0, 0, TimeSpan.Zero);

    public string LaoCurriculum { get; private set; } = "";

    /// <summary>A school that sent a teacher to the first training of trainers.</summary>
    public string LaoInstitution => SafeMigration.School;

    public string LaoActionPlan { get; private set; } = "";

    /// <summary>The programme of the background papers.</summary>
    public SafeMigrationProgramme SafeMigration { get; } = new(offices);

    public CountryPlans Plans { get; } = new(offices);

    public async Task Load(CancellationToken cancel)
    {
        await Recruitment(cancel);
        await Orientation(cancel);
    }

    async Task Recruitment(CancellationToken cancel)
    {
        var licensing = new Agencies.AgenciesClient(As(Account.Licensing("LA"), "Recruitment", "recruitment"));
        await licensing.RegisterAgencyAsync(new()
        {
            RequestId = Request("register agency LA"),
            AgencyId = LaoAgency,
            Country = "LA",
            Name = "Demonstration Agency 1",
            NameLatin = "Demonstration Agency 1",
            RegistrationNumber = "DEMO-LA-1",
        }, cancellationToken: cancel);
        await licensing.LicenseAgencyAsync(new()
        {
            RequestId = Request("license agency LA"),
            AgencyId = LaoAgency,
            LicenceNumber = "DEMO-LA-2023-1",
            Direction = LicenceDirection.Outbound,
            ValidFrom = new() { Year = 2023, Month = 1, Day = 1 },
            ValidTo = new() { Year = 2029, Month = 12, Day = 31 },
            Countries = { "TH" },
        }, cancellationToken: cancel);

        var labour = As(Account.Ministry("TH"), "Recruitment", "recruitment");
        foreach (var (id, name, sector, subdivision) in new[] { (GarmentEmployer, "Demonstration Garments", "GARMENT", "TH-11"), (FarmEmployer, "Demonstration Farm", "AGRI_CROPS", "TH-27") })
            await new Employers.EmployersClient(labour).RegisterEmployerAsync(new()
            {
                RequestId = Request("register employer " + name),
                EmployerId = id,
                Country = "TH",
                Name = name,
                NameLatin = name,
                RegistrationNumber = "DEMO-" + sector,
                Sector = sector,
                Subdivision = subdivision,
                SiteVisitedOn = new() { Year = 2022, Month = 11, Day = 15 },
            }, cancellationToken: cancel);
        foreach (var (id, reference) in new[] { (GarmentEmployer, "DEMO-ACC-GARMENT"), (FarmEmployer, "DEMO-ACC-FARM") })
            await new Employers.EmployersClient(labour).AccreditEmployerAsync(new() { RequestId = Request("accredit employer " + reference), EmployerId = id, Reference = reference, From = new() { Year = 2023, Month = 1, Day = 1 } }, cancellationToken: cancel);

        await new JobOrders.JobOrdersClient(As(Account.Agency("LA"), "Recruitment", "recruitment")).RegisterJobOrderAsync(new()
        {
            RequestId = Request("register job order"),
            JobOrderId = GarmentJobOrder,
            EmployerId = GarmentEmployer,
            AgencyId = LaoAgency,
            Origin = "LA",
            Channel = "MOU_S59",
            Occupation = "8153",
            Places = 100_000,
            Wage = new() { Minor = 1_300_000, Currency = "THB" },
            WagePeriod = WagePeriod.Month,
            HoursPerWeek = 48,
            OpenUntil = new() { Year = 2029, Month = 12, Day = 31 },
        }, cancellationToken: cancel);
        await new JobOrders.JobOrdersClient(labour).AttestJobOrderAsync(new() { RequestId = Request("attest job order"), JobOrderId = GarmentJobOrder, AttestationNumber = "DEMO-1" }, cancellationToken: cancel);
    }

    async Task Orientation(CancellationToken cancel)
    {
        await SafeMigration.Load(cancel);
        await new CambodianTrainingCentre(offices).Load(cancel);
        LaoActionPlan = await Plans.Load(cancel);
        var manager = As(Account.Training("LA"), "DepartureOrientation", "orientation");
        // Half of the trainers' guideline, 360 minutes in one day: which modules roll-out teaches is not stated, a working choice.
        LaoCurriculum = (await new Curricula.CurriculaClient(manager).PublishCurriculumAsync(new()
        {
            RequestId = Request("publish roll-out LA"),
            Country = "LA",
            Code = "DEMO-PDO-LA-TH",
            Title = "Pre-departure orientation (demonstration)",
            Stage = Stage.PreDeparture,
            Origin = "LA",
            Destination = "TH",
            Programme = "LA-PDO",
            MinimumShare = 80,
            CertificateDays = 365,
            Modules = { SafeMigration.Modules.Take(5) },
        }, cancellationToken: cancel)).CurriculumId;
    }

    CallInvoker As(string account, string service, string purpose) => offices.To(service, account, purpose, clock: Start);

    static string Request(string name) => Journey.IdOf("request " + name);
}
