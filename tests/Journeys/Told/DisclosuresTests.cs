using Gms.Local.Demo;
using Gms.Type.V1;
using Xunit;
using AccessV1 = Gms.Access.V1;
using OrientationV1 = Gms.DepartureOrientation.V1;
using RecruitmentV1 = Gms.Recruitment.V1;
using RegistryV1 = Gms.Registry.V1;
using ReintegrationV1 = Gms.Reintegration.V1;

namespace Gms.Journeys.Told;

/// <summary>Whatever is told of a worker, in whichever service, stands in the worker's own list, once, and nothing else does.</summary>
[Collection(LaoAgency.Read)]
public sealed class DisclosuresTests(WholeSystem whole)
{
    /// <summary>Calls that only another service makes: which call of a person leads to each.</summary>
    static readonly Dictionary<string, string> Indirect = new()
    {
        ["gms.registry.v1.Workers/ConfirmWorker"] = "registering a contract, a membership, an enrolment in a session",
        ["gms.departure_orientation.v1.Certificates/VerifyCertificateBatch"] = "registering a departure",
        ["gms.recruitment.v1.Contracts/ListContracts"] = "asking what is owed at return, or an agency asking for a place in a session",
        ["gms.recruitment.v1.Contracts/GetContract"] = "the same",
        ["gms.recruitment.v1.Costs/ReviewCosts"] = "the same",
        ["gms.social_security.v1.Portability/CalculateExit"] = "the same",
    };

    /// <summary>Calls that tell of other workers than the one of this journey, and where they are tested.</summary>
    static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["gms.imports.v1.Imports/ListImportRows"] = "tells of those whom an import enrolled: the tests of bulk intake",
        ["gms.work_items.v1.WorkItems/ListWorkItems"] = "tells of those whom an officer has to look at: the tests of work items",
        ["gms.work_items.v1.WorkItems/GetWorkItem"] = "the same",
        ["gms.recruitment.v1.Contracts/ListMissing"] = "tells of those whose work has not begun, and this worker's contract has ended: the tests of contracts",
        ["gms.departure_orientation.v1.Attendance/ListWorkerCodes"] = "codes are for a session that is open, and this worker's is closed: the tests of attendance",
        ["gms.departure_orientation.v1.Assessments/ListResults"] = "this worker's curriculum asks for no assessment: the tests of assessments",
        ["gms.departure_orientation.v1.Assessments/ListSessionResults"] = "as ListResults",
        ["gms.registry.v1.Workers/ReachWorker"] = "only Access asks, when a worker asked for a code: the tests of reaching a worker",
        ["gms.registry.v1.Departures/ListOpenDepartures"] = "only DepartureOrientation asks, when a withdrawal looks for departures: the journey of a withdrawn trainer",
        ["gms.departure_orientation.v1.Certificates/VerifyCertificate"] = "only a service may ask, and asks for many at once: the tests of certificates",
    };

    [Fact]
    public async Task A_worker_s_list_shows_exactly_the_reads_that_were_made()
    {
        var cancel = TestContext.Current.CancellationToken;
        var calls = (await ReflectedCalls.Of(whole.System)).Where(c => c.TellsOfAPerson).ToList();
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, new DateTimeOffset(2025, 3, 3, 3, 0, 0, TimeSpan.Zero)).Run(cancel);
        var worker = await Known(journey);
        var table = new PersonReads(whole.Offices, worker).All;

        Assert.Empty(calls.Where(c => !c.Access.Changes).Select(c => $"{c.Service} {c.Name}")
            .Except(table.Select(r => $"{r.Service} {r.Name}"))
            .Except(calls.Where(c => Indirect.ContainsKey(c.Name) || Elsewhere.ContainsKey(c.Name)).Select(c => $"{c.Service} {c.Name}")));

        var before = await List(worker);
        AssertTheJourneyIsThere(journey, calls, before);

        foreach (var read in table)
            await read.Make();

        var after = await List(worker);
        var since = after.Where(d => before.All(b => b.Disclosure.DisclosureId != d.Disclosure.DisclosureId)).ToList();
        var expected = table.SelectMany(r => Enumerable.Repeat($"{ServiceName(r.Service)} {r.Name} {r.Purpose} {string.Join(' ', r.Fields)}", r.Times))
            .Concat(Enumerable.Repeat($"registry gms.registry.v1.Disclosures/ListDisclosures {Purpose.OwnRecord} disclosures", PagesOf(before)));    // the first list is a read too
        Assert.Equal(expected.Order(StringComparer.Ordinal), since.Where(d => d.Disclosure.ActingService.Length == 0).Select(Line).Order(StringComparer.Ordinal));
        Assert.All(since.Where(d => d.Disclosure.ActingService.Length > 0), d => Assert.Contains(d.Disclosure.Call, Indirect.Keys));
        Assert.All(since.Where(d => d.Disclosure.OrganisationId.Length > 0), d => Assert.NotEmpty(d.OrganisationName));
    }

    /// <summary>Each call of the journey that tells of a person stands there as often as it was made.</summary>
    static void AssertTheJourneyIsThere(JourneyResult journey, List<ReflectedCall> calls, IReadOnlyList<RegistryV1.DisclosureEntry> list)
    {
        var made = journey.Steps.Select(s => (s.Service, s.Call)).GroupBy(s => s)
            .Select(g => (Call: calls.SingleOrDefault(c => c.Service == g.Key.Service && c.Name.EndsWith("." + g.Key.Call.Replace('.', '/'), StringComparison.Ordinal)), Times: g.Count()))
            .Where(m => m.Call is not null).ToList();
        Assert.True(made.Count > 10, "the journey makes few calls that tell of a person");
        Assert.All(made, m => Assert.Equal((m.Call!.Name, m.Times), (m.Call.Name, list.Count(d => d.Disclosure.Call == m.Call.Name && d.Disclosure.ActingService.Length == 0))));
        Assert.All(Indirect.Keys, call => Assert.Contains(list, d => d.Disclosure.Call == call && d.Disclosure.ActingService.Length > 0));
    }

    const int Page = 200;

    static int PagesOf(IReadOnlyList<RegistryV1.DisclosureEntry> list) => (list.Count / Page) + 1;

    async Task<IReadOnlyList<RegistryV1.DisclosureEntry>> List(ReadWorker worker)
    {
        var disclosures = new RegistryV1.Disclosures.DisclosuresClient(whole.Offices.To("Registry", worker.Account, "own-record"));
        var all = new List<RegistryV1.DisclosureEntry>();
        var token = "";
        do
        {
            var page = await disclosures.ListDisclosuresAsync(new() { WorkerNumber = worker.Number, PageSize = Page, PageToken = token });
            Assert.Empty(page.NotAnswered);
            all.AddRange(page.Disclosures);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return all;
    }

    static string Line(RegistryV1.DisclosureEntry entry) => $"{entry.Service} {entry.Disclosure.Call} {entry.Disclosure.Purpose} {string.Join(' ', entry.Disclosure.Fields)}";

    static string ServiceName(string folder) => string.Concat(folder.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>Makes the worker's own account, a request to erase and a correction that waits, and finds the journey's records; all before the first list.</summary>
    async Task<ReadWorker> Known(JourneyResult journey)
    {
        var (number, account) = (journey.WorkerNumber, $"worker-{Guid.NewGuid():N}"[..20]);
        var made = await new AccessV1.Accounts.AccountsClient(whole.Offices.To("Access", "administrator", "administration"))
            .CreateAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), Name = account, WorkerNumber = number });
        await new RegistryV1.Erasures.ErasuresClient(whole.Offices.To("Registry", account, "own-record"))
            .RequestErasureAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = number, Ground = RegistryV1.ErasureGround.WorkerAsked });

        var complaint = await new RecruitmentV1.Complaints.ComplaintsClient(whole.Offices.To("Recruitment", account, "own-record")).OpenComplaintAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = number,
            Country = "LA",
            Category = RecruitmentV1.ComplaintCategory.Wages,
            ToldBy = RecruitmentV1.ComplaintTeller.Worker,
            Subject = "A month was not paid.",
            AgencyId = DemonstrationData.LaoAgency,
        });
        await new RecruitmentV1.Complaints.ComplaintsClient(whole.Offices.To("Recruitment", Account.Ministry("LA"), "complaint"))
            .PutToAgencyAsync(new() { RequestId = Guid.NewGuid().ToString(), ComplaintId = complaint.ComplaintId, Question = "Was a month not paid?" });
        await new RegistryV1.Distress.DistressClient(whole.Offices.To("Registry", account, "own-record")).RaiseDistressAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = number,
            Kind = "UNPAID",
            Country = "TH",
            ToldBy = RegistryV1.DistressTeller.Worker,
        });

        var enrolling = whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment");
        await new RegistryV1.Corrections.CorrectionsClient(enrolling).ProposeCorrectionAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = number,
            Value = new() { BirthDate = new() { Year = 1998, Month = 7 } },
            Reason = RegistryV1.CorrectionReason.ClericalError,
            Explanation = "A slip at enrolment.",
            Evidence = RegistryV1.Evidence.OriginalSeen,
            EvidenceReference = "TEST 2",
        });
        var entries = await Timeline(number, account, "gms.recruitment.complaint-put-to-agency:1", "gms.registry.distress-raised:1");
        string Subject(string happened) => entries.First(e => e.Name == happened).SubjectId;
        var document = (await new RegistryV1.Documents.DocumentsClient(enrolling).ListDocumentsAsync(new() { WorkerNumber = number })).Documents[0].DocumentId;
        var certificate = Subject("gms.departure-orientation.certificate-issued:1");
        var @case = Subject("gms.reintegration.case-opened:1");
        return new(
            number, account, made.AccountId,
            Subject("gms.recruitment.contract-registered:1"), Subject("gms.registry.departure-registered:1"), Subject("gms.social-security.membership-started:1"), certificate,
            (await new OrientationV1.Certificates.CertificatesClient(whole.Offices.To("DepartureOrientation", Account.Ministry("LA"), "orientation")).GetCertificateAsync(new() { CertificateId = certificate })).Certificate.SessionId,
            @case,
            (await new ReintegrationV1.Cases.CasesClient(whole.Offices.To("Reintegration", Account.Counsellor("LA"), "reintegration")).GetCaseAsync(new() { CaseId = @case })).Case.PlanId,
            Subject("gms.registry.worker-returned:1"),
            Subject("gms.recruitment.complaint-opened:1"),
            document,
            (await new RegistryV1.Documents.DocumentsClient(enrolling).RevealDocumentNumberAsync(new() { WorkerNumber = number, DocumentId = document })).Number,
            entries.Count);
    }

    /// <summary>The worker's timeline, once these events came through the broker.</summary>
    async Task<IReadOnlyList<RegistryV1.JourneyEntry>> Timeline(string number, string account, params string[] awaited)
    {
        var journeys = new RegistryV1.Journeys.JourneysClient(whole.Offices.To("Registry", account, "own-record"));
        var end = Environment.TickCount64 + 60_000;
        while (true)
        {
            var entries = (await journeys.GetJourneyAsync(new() { WorkerNumber = number })).Entries;
            if (awaited.All(name => entries.Any(e => e.Name == name)))
                return entries;
            Assert.True(Environment.TickCount64 < end, "The events did not come within a minute.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
