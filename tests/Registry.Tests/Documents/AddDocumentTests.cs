using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

public sealed class AddDocumentTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Papers _papers = new(host);

    [Fact]
    public async Task A_document_is_added_to_the_same_person_with_its_evidence_and_an_event_without_its_number()
    {
        var (worker, number) = (await _papers.Enrolled(), Papers.Number());
        var people = await host.Db(db => db.Workers.CountAsync());

        var added = await _papers.Documents().AddDocumentAsync(_papers.Add(worker, number));

        var shown = (await _papers.Of(worker))[0];
        Assert.Equal((added.DocumentId, "••••••••" + number[^4..], Proto.Evidence.OriginalSeen, "scan 12", "Department of Consular Affairs", Proto.DocumentState.InUse),
            (shown.DocumentId, shown.NumberMasked, shown.Evidence, shown.EvidenceReference, shown.Authority, shown.State));
        Assert.Equal(people, await host.Db(db => db.Workers.CountAsync()));
        var told = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == worker && e.Name == "gms.registry.document-added:1"));
        Assert.Equal(2, told.SubjectVersion);
        Assert.Contains(added.DocumentId, told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(number, told.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_request_twice_adds_once()
    {
        var worker = await _papers.Enrolled();
        var request = _papers.Add(worker, Papers.Number());

        Assert.Equal((await _papers.Documents().AddDocumentAsync(request)).DocumentId, (await _papers.Documents().AddDocumentAsync(request)).DocumentId);
        Assert.Equal(2, (await _papers.Of(worker)).Count);
    }

    [Fact]
    public async Task Another_worker_s_number_is_refused_unless_the_officer_says_why_and_then_stands_in_dispute()
    {
        var number = Papers.Number();
        var (first, second) = (await _papers.Enrolled(number), await _papers.Enrolled());

        Assert.Equal(["WORKER_DOCUMENT_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _papers.Documents().AddDocumentAsync(_papers.Add(second, number, "LA_PASSPORT"))));
        var disputed = await _papers.Documents().AddDocumentAsync(_papers.Add(second, number, "LA_PASSPORT", "The ministry gave the number twice."));

        Assert.True(disputed.Disputed);
        Assert.True((await _papers.Of(second))[0].Disputed);
        Assert.Equal([first, second], (await _papers.Found(number)).Select(f => f.WorkerNumber));
    }

    [Fact]
    public async Task A_reason_for_a_dispute_that_is_none_is_left_aside() =>
        Assert.False((await _papers.Documents().AddDocumentAsync(_papers.Add(await _papers.Enrolled(), Papers.Number(), disputed: "to be sure"))).Disputed);

    [Fact]
    public async Task A_number_of_a_weak_kind_may_be_two_people_s()
    {
        var number = Papers.Number();
        var (first, second) = (await _papers.Enrolled(), await _papers.Enrolled());

        await _papers.Documents().AddDocumentAsync(_papers.Add(first, number, "LA_ID"));
        await _papers.Documents().AddDocumentAsync(_papers.Add(second, number, "LA_ID"));

        Assert.Equal([first, second], (await _papers.Found(number, "LA_ID")).Select(f => f.WorkerNumber));
    }

    [Fact]
    public async Task One_number_given_to_two_workers_at_once_is_one_worker_s()
    {
        var number = Papers.Number();
        var workers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _papers.Enrolled()));

        var added = await Task.WhenAll(workers.Select(async worker =>
        {
            try
            {
                return (await _papers.Documents().AddDocumentAsync(_papers.Add(worker, number))).DocumentId;
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition)
            {
                return null;
            }
        }));

        Assert.Single(added, a => a is not null);
        Assert.Single(await _papers.Found(number));
    }

    [Fact]
    public async Task The_worker_s_own_number_again_is_refused_however_it_is_written()
    {
        var number = Papers.Number();
        var worker = await _papers.Enrolled(number);

        Assert.Equal(["DOCUMENT_ON_RECORD"], await Refused.Codes(StatusCode.FailedPrecondition, () => _papers.Documents().AddDocumentAsync(_papers.Add(worker, $" {number[..4]}-{number[4..].ToLowerInvariant()}"))));
    }

    [Fact]
    public async Task An_unusual_number_is_taken_and_told()
    {
        var request = _papers.Add(await _papers.Enrolled(), "1234545678789", "TH_PIN13");
        request.Document.Issuer = "TH";

        var warning = Assert.Single((await _papers.Documents().AddDocumentAsync(request)).Warnings);

        Assert.Equal(("NUMBER_CHECK_DIGIT", "document.number"), (warning.Code, warning.Field));
    }

    [Theory]
    [InlineData("document.kind", "NONE", "LA", "X1")]
    [InlineData("document.kind", "", "LA", "X1")]
    [InlineData("document.issuer", "PASSPORT", "XX", "X1")]
    [InlineData("document.number", "PASSPORT", "LA", " -- ")]
    [InlineData("document.number", "PASSPORT", "LA", "")]
    [InlineData("document.number", "PASSPORT", "LA", "PA\u202E123")]
    public async Task What_cannot_be_right_is_refused_with_its_field(string field, string kind, string issuer, string number)
    {
        var request = _papers.Add(await _papers.Enrolled(), "x");
        (request.Document.Kind, request.Document.Issuer, request.Document.Number) = (kind, issuer, number);

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _papers.Documents().AddDocumentAsync(request)));
    }

    [Fact]
    public async Task An_officer_of_another_country_finds_no_such_worker()
    {
        var request = _papers.Add(await _papers.Enrolled(), Papers.Number());

        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => new Papers(host, "KH").Documents().AddDocumentAsync(request)));
    }

    [Theory]
    [InlineData(Role.Worker)]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.BorderOfficer)]
    public async Task Only_a_ministry_officer_writes_documents(string role)
    {
        var request = _papers.Add(await _papers.Enrolled(), Papers.Number());
        var client = new Proto.Documents.DocumentsClient(host.As(Who.Is(role, "LA"), "enrolment"));

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => client.AddDocumentAsync(request)));
    }
}
