using Gms.Access.V1;
using Gms.Disclosures.V1;
using Gms.Platform;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;
using Recorded = Gms.Disclosures.V1.Disclosure;

namespace Gms.Registry.Tests.Disclosures;

public sealed class ListDisclosuresTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    const string Shared = "/gms.disclosures.v1.Disclosures/ListRecorded";

    readonly Proto.Workers.WorkersClient _enrolling = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
    readonly Proto.Disclosures.DisclosuresClient _officer = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "own-record"));

    Proto.Disclosures.DisclosuresClient Worker(string number) => new(host.As(Who.TheWorker(number), "own-record"));

    async Task<string> Enrolled() => (await _enrolling.EnrolWorkerAsync(A.Enrolment())).WorkerNumber;

    void OthersAnswer(params IReadOnlyList<Recorded> recorded) => host.Peers.Answer(Shared, (ListRecordedRequest r) => new ListRecordedResponse
    {
        Disclosures = { recorded.Where(d => r.Before.Length == 0 || DisclosurePosition.Parse(d.Position) < DisclosurePosition.Parse(r.Before)).Take(r.PageSize) },
    });

    static Recorded At(DateTimeOffset time, string organisation = "")
    {
        var id = Guid.CreateVersion7();
        return new() { DisclosureId = id.ToString(), Position = new DisclosurePosition(time, id).ToString(), At = Timestamp.FromDateTimeOffset(time), Call = "gms.social_security.v1.Coverage/CheckCoverage", OrganisationId = organisation, Fields = { "coverage" } };
    }

    [Fact]
    public async Task The_worker_reads_who_read_and_changed_the_record_newest_first_and_then_the_own_asking()
    {
        OthersAnswer();
        var number = await Enrolled();
        await _enrolling.GetWorkerAsync(new() { WorkerNumber = number });

        var first = await Worker(number).ListDisclosuresAsync(new() { WorkerNumber = number });
        var second = await Worker(number).ListDisclosuresAsync(new() { WorkerNumber = number });

        Assert.Equal(["worker-read", "worker-enrolled"], first.Disclosures.Select(d => d.Disclosure.AuditEvent));
        Assert.Equal(["disclosures-listed", "worker-read", "worker-enrolled"], second.Disclosures.Select(d => d.Disclosure.AuditEvent));
        var read = first.Disclosures[0];
        Assert.Equal(("registry", "gms.registry.v1.Workers/GetWorker", DisclosureKind.Read, Type.V1.Purpose.Enrolment), (read.Service, read.Disclosure.Call, read.Disclosure.Kind, read.Disclosure.Purpose));
        Assert.Equal(["names", "birth_date", "sex", "nationality", "province", "languages", "registration", "documents", "contact_facts", "father_name", "mother_name"], read.Disclosure.Fields);
        Assert.Equal(("ministry-officer@LA", "office-ministry-officer-LA"), (read.Disclosure.AccountId, read.Disclosure.OrganisationId));
        Assert.Equal(DisclosureKind.Change, first.Disclosures[1].Disclosure.Kind);
    }

    [Fact]
    public async Task Every_other_service_is_asked_for_the_same_purpose_and_their_answers_are_one_list_by_time()
    {
        var number = await Enrolled();
        var office = Guid.NewGuid().ToString();
        OthersAnswer(At(DateTimeOffset.UtcNow.AddHours(1), office), At(DateTimeOffset.UtcNow.AddHours(-1)));
        host.Peers.Answer("/gms.access.v1.Organisations/NameOrganisations", (NameOrganisationsRequest r) => new NameOrganisationsResponse { Organisations = { new OrganisationName { OrganisationId = office, Name = "Social security office" } } });
        host.Peers.Asked.Clear();

        var list = await Worker(number).ListDisclosuresAsync(new() { WorkerNumber = number });

        Assert.Equal(5, host.Peers.Asked.Count(a => a.Method == Shared));
        Assert.All(host.Peers.Asked, a => Assert.Equal(Type.V1.Purpose.OwnRecord, a.Purpose));
        Assert.Equal(5 + 1 + 5, list.Disclosures.Count);
        Assert.Equal(list.Disclosures.Select(d => d.Disclosure.At).OrderByDescending(t => t), list.Disclosures.Select(d => d.Disclosure.At));
        Assert.Equal("registry", list.Disclosures[5].Service);
        Assert.Equal("Social security office", list.Disclosures[0].OrganisationName);
        Assert.Empty(list.NotAnswered);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var number = await Enrolled();
        // The five are asked one after the other, and each has nine of its own.
        var all = Enumerable.Range(0, 5 * 9).Select(i => At(DateTimeOffset.UtcNow.AddMinutes(-i))).ToList();
        var asked = -1;
        host.Peers.Answer(Shared, (ListRecordedRequest r) =>
        {
            var service = Interlocked.Increment(ref asked) % 5;
            return new ListRecordedResponse { Disclosures = { all.Where((d, i) => i % 5 == service && (r.Before.Length == 0 || DisclosurePosition.Parse(d.Position) < DisclosurePosition.Parse(r.Before))).Take(r.PageSize) } };
        });
        var seen = new List<string>();
        var token = "";

        for (var pages = 0; pages == 0 || token.Length > 0; pages++)
        {
            Assert.InRange(pages, 0, 40);
            var page = await Worker(number).ListDisclosuresAsync(new() { WorkerNumber = number, PageSize = 10, PageToken = token });
            seen.AddRange(page.Disclosures.Select(d => d.Disclosure.DisclosureId));
            token = page.NextPageToken;
        }

        Assert.Equal(all.Select(d => d.DisclosureId), seen.Where(id => all.Any(d => d.DisclosureId == id)));
        Assert.Equal(5 * 9 + 1, seen.Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named_and_the_rest_is_there()
    {
        var number = await Enrolled();
        host.Peers.TakeDown(Shared);

        var list = await Worker(number).ListDisclosuresAsync(new() { WorkerNumber = number });

        Assert.Equal(["access", "recruitment", "social-security", "departure-orientation", "reintegration"], list.NotAnswered);
        Assert.Equal("worker-enrolled", Assert.Single(list.Disclosures).Disclosure.AuditEvent);
    }

    [Fact]
    public async Task An_officer_says_which_request_of_the_worker_is_answered_and_it_is_kept()
    {
        OthersAnswer();
        var number = await Enrolled();

        Assert.Equal(["DISCLOSURES_REQUEST_REFERENCE_MISSING"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.ListDisclosuresAsync(new() { WorkerNumber = number })));
        await _officer.ListDisclosuresAsync(new() { WorkerNumber = number, RequestReference = "VTE 2026/114" });

        var kept = await host.Db(db => db.DisclosureRequests.SingleAsync(r => r.WorkerNumber == number));
        Assert.Equal(("VTE 2026/114", "ministry-officer@LA"), (kept.Reference, kept.Account));
    }

    [Fact]
    public async Task Nobody_but_the_worker_and_the_holding_country_learns_that_there_is_a_list()
    {
        var number = await Enrolled();
        var other = await Enrolled();
        var khmer = new Proto.Disclosures.DisclosuresClient(host.As(Who.Is(Role.MinistryOfficer, "KH"), "own-record"));

        Assert.Equal(["DISCLOSURES_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => Worker(other).ListDisclosuresAsync(new() { WorkerNumber = number })));
        Assert.Equal(["DISCLOSURES_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => khmer.ListDisclosuresAsync(new() { WorkerNumber = number, RequestReference = "x" })));
    }

    [Fact]
    public async Task What_a_service_recorded_is_for_the_Registry_alone()
    {
        var number = await Enrolled();
        var direct = new Gms.Disclosures.V1.Disclosures.DisclosuresClient(host.As(Who.TheWorker(number), "own-record"));
        var registry = new Gms.Disclosures.V1.Disclosures.DisclosuresClient(host.As(Who.TheWorker(number) with { Service = "registry" }, "own-record"));

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => direct.ListRecordedAsync(new() { WorkerNumbers = { number } })));
        Assert.Equal("worker-enrolled", Assert.Single((await registry.ListRecordedAsync(new() { WorkerNumbers = { number } })).Disclosures).AuditEvent);
        Assert.Equal(["before"], await Refused.Fields(StatusCode.InvalidArgument, () => registry.ListRecordedAsync(new() { WorkerNumbers = { number }, Before = "yesterday" })));
    }
}
