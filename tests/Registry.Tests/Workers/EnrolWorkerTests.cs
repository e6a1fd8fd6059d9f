using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

public sealed class EnrolWorkerTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _officer = new(host.As(Who.Is(Role.MinistryOfficer, "LA")));

    [Fact]
    public async Task An_enrolled_worker_has_a_number_of_the_enrolling_country_a_record_and_an_event()
    {
        var request = A.Enrolment(number: "PA 123 4567");
        var number = (await _officer.EnrolWorkerAsync(request)).WorkerNumber;

        Assert.Equal(number, WorkerNumber.Parse(number));
        Assert.StartsWith("LA-", number, StringComparison.Ordinal);
        var shown = await _officer.GetWorkerAsync(new() { WorkerNumber = number.ToLowerInvariant() }, new Metadata { { "gms-purpose", "enrolment" } });
        Assert.Equal(request.Names.Select(n => n.Full), shown.Names.Select(n => n.Full));
        Assert.Equal("•••••••4567", Assert.Single(shown.Documents).NumberMasked);
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == number).ToListAsync()));
        Assert.Equal(("gms.registry.worker-enrolled:1", 1L), (happened.Name, happened.SubjectVersion));
        Assert.DoesNotContain("Example", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_twice_enrols_once_and_answers_the_same()
    {
        var request = A.Enrolment();

        var first = await _officer.EnrolWorkerAsync(request);
        var second = await _officer.EnrolWorkerAsync(request);

        Assert.Equal(first.WorkerNumber, second.WorkerNumber);
        Assert.Equal(1, await host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == first.WorkerNumber)));
    }

    [Fact]
    public async Task The_same_request_twenty_times_at_once_enrols_once()
    {
        var request = A.Enrolment();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await _officer.EnrolWorkerAsync(request)).WorkerNumber));

        Assert.Single(numbers.Distinct());
    }

    [Fact]
    public async Task A_repeated_request_id_with_another_body_is_refused()
    {
        var request = A.Enrolment();
        await _officer.EnrolWorkerAsync(request);
        var other = request.Clone();
        other.Province = "LA-VT";

        Assert.Equal(["REQUEST_ID_REUSED"], await Refused.Codes(StatusCode.InvalidArgument, () => _officer.EnrolWorkerAsync(other)));
    }

    [Fact]
    public async Task A_document_that_is_enrolled_already_makes_no_second_person_however_it_is_spaced()
    {
        await _officer.EnrolWorkerAsync(A.Enrolment(number: "PB 765 4321"));
        var people = await host.Db(db => db.Workers.CountAsync());

        Assert.Equal(["WORKER_DOCUMENT_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.EnrolWorkerAsync(A.Enrolment(number: "pb-7654321"))));
        Assert.Equal(people, await host.Db(db => db.Workers.CountAsync()));
    }

    [Fact]
    public async Task An_officer_of_another_country_may_not_enrol_here()
    {
        var khmer = new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => khmer.EnrolWorkerAsync(A.Enrolment())));
    }

    [Theory]
    [InlineData("\uFFFD")]
    [InlineData("a\0b")]
    public async Task Damaged_text_is_refused_with_the_path_of_its_field(string text)
    {
        var request = A.Enrolment();
        request.Names[1].Full = text;

        Assert.Equal(["names[1].full"], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.EnrolWorkerAsync(request)));
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        var request = A.Enrolment();
        request.Document.Number = "";

        Assert.Equal(["document.number"], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.EnrolWorkerAsync(request)));
    }
}
