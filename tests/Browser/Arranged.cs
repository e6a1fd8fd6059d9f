using System.Globalization;
using System.Text.Json;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Reintegration.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Browser;

/// <summary>What has to be on record before somebody can do the day's work: made through the services' own doors, for this test alone.</summary>
sealed class Arranged(WholeSystem whole, CancellationToken cancel)
{
    static readonly SemaphoreSlim OneAtATime = new(1);

    static int s_phones = (int)(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 100 % 900_000);

    public async Task<string> Worker(string country, string document = "PASSPORT", string? name = null) =>
        (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry(country), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = country,
            Names = { new PersonName { Full = $"{name ?? "Arranged"} {Given.Word()}" } },
            BirthDate = new() { Year = 1993, Month = 2, Day = 8 },
            Sex = Sex.Female,
            Nationality = country,
            Document = new() { Kind = document, Issuer = country, Number = "V" + Given.NewId()[..8].ToUpper(CultureInfo.InvariantCulture), ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;

    /// <summary>Gives the worker a telephone of the test's own.</summary>
    public async Task<string> Phone(string worker)
    {
        var phone = $"+8562077{Interlocked.Increment(ref s_phones) % 1_000_000:000000}";
        await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).UpdateContactsAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            ContactFacts = new() { Contacts = { new Contact { Kind = ContactKind.Phone, Value = phone } }, Languages = { "lo" } },
        }, cancellationToken: cancel);
        return phone;
    }

    /// <summary>A complaint about the Lao agency that the ministry has put to it.</summary>
    public async Task<(string Worker, string Question)> Complaint()
    {
        var worker = await Worker("LA");
        var contract = (await new Contracts.ContractsClient(whole.Offices.To("Recruitment", Account.Agency("LA"), "recruitment"))
            .RegisterContractAsync(FairRecruitment.GarmentContract(worker, Day(-5), Day(30)), cancellationToken: cancel)).ContractId;
        var complaints = new Complaints.ComplaintsClient(whole.Offices.To("Recruitment", Account.Ministry("LA"), "complaint"));
        var complaint = (await complaints.OpenComplaintAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            ContractId = contract,
            Category = ComplaintCategory.Costs,
            Urgency = ComplaintUrgency.Normal,
            ToldBy = ComplaintTeller.Officer,
            Subject = "A fee was taken.",
        }, cancellationToken: cancel)).ComplaintId;
        var question = $"Was a fee taken? {Given.Word()}";
        await complaints.PutToAgencyAsync(new() { RequestId = Given.NewId(), ComplaintId = complaint, Question = question }, cancellationToken: cancel);
        return (worker, question);
    }

    /// <summary>Somebody who came back to Cambodia, and a partner there who can help.</summary>
    public async Task<(string Worker, string Id, Partner Partner)> Case()
    {
        var worker = await Worker("KH");
        var opened = await new Cases.CasesClient(Counsellor()).OpenCaseAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "KH",
            WorkerNumber = worker,
            From = "TH",
            Reason = "ABUSE",
            ReturnedOn = Day(-3),
        }, cancellationToken: cancel);
        return (worker, opened.CaseId, await KnownPartner());
    }

    /// <summary>Somebody who came back to Cambodia, and was referred to the partner there.</summary>
    public async Task Referred()
    {
        var (_, opened, partner) = await Case();
        await new Cases.CasesClient(Counsellor()).AssignCounsellorAsync(new() { RequestId = Given.NewId(), CaseId = opened }, cancellationToken: cancel);
        await new Referrals.ReferralsClient(Counsellor()).SendReferralAsync(new()
        {
            RequestId = Given.NewId(),
            CaseId = opened,
            PartnerId = partner.PartnerId,
            Service = partner.Services[0],
            Needed = "A place to sell vegetables",
            Consent = new() { GivenOn = Day(-1), Form = ConsentForm.Signed, Language = "km" },
        }, cancellationToken: cancel);
    }

    /// <summary>The partner whose officer signs in, as the demonstration registers it; by whichever test comes first.</summary>
    async Task<Partner> KnownPartner()
    {
        var partners = new Partners.PartnersClient(Counsellor());
        var organisation = Journey.IdOf("organisation KH Partner");
        async Task<Partner?> Known() => (await partners.ListPartnersAsync(new() { Country = "KH" }, cancellationToken: cancel)).Partners.FirstOrDefault(p => p.Organisation == organisation);
        await OneAtATime.WaitAsync(cancel);
        try
        {
            if (await Known() is { } there)
                return there;
            await partners.RegisterPartnerAsync(new() { RequestId = Given.NewId(), Country = "KH", Name = "Demonstration partner", Organisation = organisation, Services = { "S07" } }, cancellationToken: cancel);
            return (await Known())!;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    CallInvoker Counsellor() => whole.Offices.To("Reintegration", Account.Counsellor("KH"), "reintegration");

    /// <summary>A Lao worker who went, worked, and came home: something is on every page of the own record.</summary>
    public async Task<string> Returned() =>
        (await new LaoGarmentWorker(whole.Offices, whole.Data, new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-480).AddHours(3)).Run(cancel)).WorkerNumber;

    /// <summary>How the border stands today is not sure: this departure waits for an officer.</summary>
    public async Task<Departure> Departure(string origin)
    {
        var worker = await Worker(origin, "BORDER_PASS");
        return (await new Departures.DeparturesClient(whole.Offices.To("Registry", Account.Ministry(origin), "departure-clearance")).RegisterDepartureAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            Channel = "BORDER_S64",
            Origin = origin,
            Destination = "TH",
            PlannedOn = Day(30),
            EmploymentType = "AGRICULTURAL_SEASONAL",
        }, cancellationToken: cancel)).Departure;
    }

    /// <summary>In formal work in Thailand since four months; the employer has paid for each that is over.</summary>
    public async Task Insured(string worker)
    {
        var office = whole.Offices.To("SocialSecurity", Account.SocialSecurity("TH"), "social-security");
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-4);
        var membership = (await new Memberships.MembershipsClient(office).StartMembershipAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            SchemeId = "TH-SSF-33",
            Employer = DemonstrationData.GarmentEmployer,
            FromDay = new() { Year = first.Year, Month = first.Month, Day = 1 },
            EmploymentType = "FORMAL",
            Channel = "MOU_S59",
        }, cancellationToken: cancel)).MembershipId;
        for (var month = 0; month < 4; month++)
            await new Contributions.ContributionsClient(office).PostContributionAsync(new()
            {
                RequestId = Given.NewId(),
                MembershipId = membership,
                Year = first.AddMonths(month).Year,
                Month = first.AddMonths(month).Month,
                Wage = new() { Minor = 1_300_000, Currency = "THB" },
                EmployeePaid = new() { Minor = 65_000, Currency = "THB" },
                EmployerPaid = new() { Minor = 65_000, Currency = "THB" },
            }, cancellationToken: cancel);
    }

    /// <summary>An account of the demonstration that has this role: in the Lao PDR where there is one.</summary>
    public static string? AccountOf(WholeSystem whole, string role) =>
        JsonDocument.Parse(File.ReadAllText(whole.System.State[Path.Combine("secrets", "sign-ins.json")])).RootElement.EnumerateArray()
            .Where(a => a.GetProperty("role").GetString() == role)
            .OrderByDescending(a => a.GetProperty("country").GetString() == "LA")
            .Select(a => a.GetProperty("account").GetString()!).FirstOrDefault(a => !a.StartsWith("second-", StringComparison.Ordinal));

    public static Date Day(int days) => DateTime.UtcNow.AddDays(days) is var day ? new() { Year = day.Year, Month = day.Month, Day = day.Day } : new();
}
