using Gms.Exports.V1;
using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Distress;
using Gms.Registry.Passes;
using Gms.Registry.Returns;
using Gms.Registry.Stays;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Exports;

public sealed class ExportTests(DeparturesHost given) : IClassFixture<DeparturesHost>
{
    static readonly string[] All = ["consents", "contacts", "corrections", "crossings", "departure-decisions", "departures", "distress", "documents", "erasures", "journeys", "passes", "returns", "stay-changes", "workers"];

    CallInvoker Officer(string country = "LA", string purpose = "enrolment") => given.Host.As(DeparturesHost.Officer(country), purpose);

    [Fact]
    public async Task A_worker_takes_everything_of_the_own_person_and_nothing_of_another()
    {
        var (own, other) = (await Traveller(Guid.NewGuid()), await Traveller(Guid.NewGuid()));

        var taken = await Exported.Everything(given.Host.As(Who.TheWorker(own), "own-record"));

        Assert.Equal(All, taken.Keys.Order(StringComparer.Ordinal));
        Assert.All(taken, t => Assert.All(t.Value, row => Assert.Equal(own, row.GetProperty("worker_number").GetString())));
        Assert.All(taken.Where(t => t.Key is not ("consents" or "corrections" or "erasures" or "journeys")), t => Assert.NotEmpty(t.Value));
        Assert.DoesNotContain(other, string.Join("", taken.Values.SelectMany(rows => rows)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_agencies_take_the_own_departures_each_and_nothing_about_how_a_worker_is_reached()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var (hers, his) = (await Traveller(first), await Traveller(second));

        var taken = await Exported.Everything(given.Host.As(Who.AgencyOfficer(first, "LA"), "recruitment"));

        Assert.Equal(["departure-decisions", "departures", "passes"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([hers], taken["departures"].Select(r => r.GetProperty("worker_number").GetString()));
        Assert.Equal([his], await Exported.Column(given.Host.As(Who.AgencyOfficer(second, "LA"), "recruitment"), "departures", "worker_number"));
    }

    [Fact]
    public async Task An_officer_takes_what_the_own_country_holds()
    {
        var worker = await Traveller(Guid.NewGuid());

        var lao = await Exported.Everything(Officer());
        Assert.Equal(All, lao.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(worker, lao["departures"].Select(r => r.GetProperty("worker_number").GetString()));

        var thai = await Exported.Everything(Officer("TH"));
        Assert.Equal(["arrival"], thai["crossings"].Where(r => r.GetProperty("worker_number").GetString() == worker).Select(r => r.GetProperty("kind").GetString()!.ToLowerInvariant()));
        Assert.All(thai.Where(t => t.Key is not ("crossings" or "stay-changes")), t => Assert.DoesNotContain(worker, t.Value.Select(r => r.GetProperty("worker_number").GetString())));
    }

    [Fact]
    public async Task Contacts_are_for_the_holding_ministry_s_enrolment_only()
    {
        Assert.DoesNotContain("contacts", await Exported.Names(Officer(purpose: "audit")));
        Assert.Contains("contacts", await Exported.Names(Officer()));
    }

    [Fact]
    public async Task A_document_s_number_stays_masked_and_codes_have_labels()
    {
        var enrolment = A.Enrolment(number: "PA 998877");
        var worker = (await new Proto.Workers.WorkersClient(Officer()).EnrolWorkerAsync(enrolment)).WorkerNumber;

        var file = await Exported.File(Officer(), "documents", ExportFormat.Csv, r => (r.WorkerNumber, r.Language) = (worker, "lo-LA"));

        Assert.DoesNotContain("998877", file, StringComparison.Ordinal);
        Assert.Contains("8877", file, StringComparison.Ordinal);
        Assert.Contains("PASSPORT,ໜັງສືຜ່ານແດນ", file, StringComparison.Ordinal);
        var person = Assert.Single(await Exported.Rows(Officer(), "workers", r => (r.WorkerNumber, r.Language) = (worker, "vi")));
        Assert.Equal(("Female", "Nữ", "Lào"), (person.GetProperty("sex").GetString(), person.GetProperty("sex_label").GetString(), person.GetProperty("nationality_label").GetString()));
        Assert.Equal(enrolment.Names.Select(n => n.Full), person.GetProperty("names").EnumerateArray().Select(n => n.GetString()));
    }

    [Fact]
    public async Task A_name_that_begins_like_a_formula_is_text_in_a_spreadsheet()
    {
        var enrolment = A.Enrolment();
        enrolment.Names.Clear();
        enrolment.Names.Add(new Gms.Type.V1.PersonName { Full = "=HYPERLINK(1)" });
        var worker = (await new Proto.Workers.WorkersClient(Officer()).EnrolWorkerAsync(enrolment)).WorkerNumber;

        Assert.Contains(",'=HYPERLINK(1),", await Exported.File(Officer(), "workers", ExportFormat.Csv, r => r.WorkerNumber = worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_event_told_since_is_what_changed()
    {
        var worker = await given.Enrolled();
        await given.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(worker));

        Task<IReadOnlyList<string>> Changed(string name, int minutes) =>
            Exported.Column(Officer(), name, "worker_number", r => (r.WorkerNumber, r.ChangedSince) = (worker, Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(minutes))));

        Assert.Equal([worker], await Changed("workers", -10));
        Assert.Equal([worker], await Changed("departures", -10));
        Assert.NotEmpty(await Changed("departure-decisions", -10));
        Assert.Empty(await Changed("departures", 10));
        Assert.Empty(await Changed("workers", 10));
    }

    [Fact]
    public async Task What_no_event_tells_is_among_what_changed_since_too()
    {
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        var worker = await given.Enrolled("KH", "BORDER_PASS");
        var officer = DeparturesHost.Officer("KH");
        var held = (await given.Departures(officer).RegisterDepartureAsync(Given.Application(worker, "KH", "BORDER_S64", "TH-KH-01", employment: "AGRICULTURAL_SEASONAL"))).Departure;
        Task<IReadOnlyList<string>> Changed(string name) => Exported.Column(given.Host.As(officer, "enrolment"), name, "worker_number", r => (r.WorkerNumber, r.ChangedSince) = (worker, Timestamp.FromDateTimeOffset(tomorrow.AddHours(-1))));
        Assert.Empty(await Changed("departures"));
        Assert.Empty(await Changed("workers"));

        await given.Departures(officer, clock: tomorrow).ClaimDepartureAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = held.DepartureId });
        await new Proto.Workers.WorkersClient(given.Host.As(officer, "enrolment", tomorrow)).UpdateContactsAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, ContactFacts = new() { HomeAddress = "Kampot" } });

        Assert.Equal([worker], await Changed("departures"));
        Assert.Equal([worker], await Changed("workers"));
    }

    [Fact]
    public async Task Everybody_told_of_is_disclosed()
    {
        var worker = await Traveller(Guid.NewGuid());
        var reader = new Who { Account = $"reader-{Guid.NewGuid()}", Organisation = "ministry", Country = "LA", Roles = [Role.MinistryOfficer] };

        var told = (await Exported.Column(given.Host.As(reader, "audit"), "departures", "worker_number")).Distinct().Order(StringComparer.Ordinal).ToList();

        var disclosed = await given.Host.Db(db => db.Set<AuditRow>().Where(a => a.Account == reader.Account).ToListAsync());
        Assert.Contains(worker, told);
        Assert.Equal(told, disclosed.Select(a => a.Subject!).Order(StringComparer.Ordinal));
        Assert.All(disclosed, a => Assert.Equal(("rows-exported", "departures"), (a.Event, a.Fields)));
    }

    static int _passes;

    /// <summary>A worker with a decided departure by an agency, its pass, an exit, an arrival and a return.</summary>
    async Task<string> Traveller(Guid agency)
    {
        var worker = await given.Enrolled();
        var departure = new Departure
        {
            RequestId = Guid.NewGuid(), RequestHash = [], WorkerNumber = worker, AgencyId = agency, ByAgency = true, Origin = "LA", Destination = "TH", Channel = "MOU_S59",
            PlannedOn = A.Today, EmploymentType = "FORMAL", Account = "officer", Organisation = "office", ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        var decision = departure.Take(clear: true, "Seen at the office.", "officer", "office", [new("FR01", Gms.Type.V1.Outcome.Pass, "Licensed.")], DateTimeOffset.UnixEpoch);
        await given.Host.Db(async db =>
        {
            db.Add(departure);
            await db.SaveChangesAsync();
            db.AddRange(
                decision,
                new Crossing { Kind = CrossingKind.Exit, WorkerNumber = worker, Country = "LA", Source = CrossingSource.Post, CrossedAt = DateTimeOffset.UnixEpoch },
                new Crossing { Kind = CrossingKind.Arrival, WorkerNumber = worker, Country = "TH", Source = CrossingSource.Post, CrossedAt = DateTimeOffset.UnixEpoch, Flags = [CrossingFlag.NoExitRecorded] },
                new StayChange { Kind = StayChangeKind.Extension, WorkerNumber = worker, DepartureId = departure.Id, Country = "TH", Until = A.Today, EffectiveOn = A.Today, Findings = [], RecordedAt = DateTimeOffset.UnixEpoch },
                new DistressCase
                {
                    WorkerNumber = worker, Kind = "UNPAID", Country = "TH", Origin = "LA", ToldBy = DistressTeller.Worker, Organisation = "", RaisedAt = DateTimeOffset.UnixEpoch, AnswerBy = DateTimeOffset.UnixEpoch,
                    ReachBy = DateTimeOffset.UnixEpoch,
                },
                new Pass
                {
                    Id = Guid.CreateVersion7(), DepartureId = departure.Id, WorkerNumber = worker, Country = "LA", StatusList = 9, StatusIndex = Interlocked.Increment(ref _passes), KeyVersion = 1,
                    IssuedAt = DateTimeOffset.UnixEpoch, NotBefore = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch,
                },
                new WorkerReturn { WorkerNumber = worker, Country = "LA", ComeFrom = "TH", Reason = "FAMILY", ReturnedOn = A.Today });
            return await db.SaveChangesAsync();
        });
        return worker;
    }
}
