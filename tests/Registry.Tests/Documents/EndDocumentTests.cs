using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

public sealed class EndDocumentTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Papers _papers = new(host);

    [Theory]
    [InlineData(Proto.DocumentState.Lost, "LOST")]
    [InlineData(Proto.DocumentState.Stolen, "STOLEN")]
    [InlineData(Proto.DocumentState.Withdrawn, "WITHDRAWN")]
    [InlineData(Proto.DocumentState.ExpiredEarly, "EXPIRED_EARLY")]
    public async Task A_document_ends_with_its_reason_and_stays_readable_and_findable(Proto.DocumentState how, string told)
    {
        var number = Papers.Number();
        var worker = await _papers.Enrolled(number);
        var id = (await _papers.Of(worker)).Single().DocumentId;
        var request = Papers.End(worker, id, how);
        request.EndedOn = new() { Year = 2026, Month = 1, Day = 15 };

        await _papers.Documents().EndDocumentAsync(request);

        var shown = Assert.Single(await _papers.Of(worker));
        Assert.Equal((how, new DateOnly(2026, 1, 15), "Told by the worker."), (shown.State, new DateOnly(shown.EndedOn.Year, shown.EndedOn.Month, shown.EndedOn.Day), shown.EndReason));
        Assert.Equal(worker, Assert.Single(await _papers.Found(number)).WorkerNumber);
        var happened = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == worker && e.Name == "gms.registry.document-ended:1"));
        Assert.Contains($"\"{told}\"", happened.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Told by", happened.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Proto.DocumentState.Unspecified)]
    [InlineData(Proto.DocumentState.InUse)]
    [InlineData(Proto.DocumentState.Replaced)]
    public async Task A_document_does_not_end_in_another_way(Proto.DocumentState how)
    {
        var worker = await _papers.Enrolled();
        var id = (await _papers.Of(worker)).Single().DocumentId;

        Assert.Equal(["ended_as"], await Refused.Fields(StatusCode.InvalidArgument, () => _papers.Documents().EndDocumentAsync(Papers.End(worker, id, how))));
    }

    [Fact]
    public async Task A_document_ends_once()
    {
        var worker = await _papers.Enrolled();
        var id = (await _papers.Of(worker)).Single().DocumentId;
        await _papers.Documents().EndDocumentAsync(Papers.End(worker, id));

        Assert.Equal(["DOCUMENT_NOT_IN_USE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _papers.Documents().EndDocumentAsync(Papers.End(worker, id))));
    }

    [Fact]
    public async Task An_end_without_a_reason_is_refused()
    {
        var worker = await _papers.Enrolled();
        var request = Papers.End(worker, (await _papers.Of(worker)).Single().DocumentId);
        request.Reason = " ";

        Assert.Equal(["reason"], await Refused.Fields(StatusCode.InvalidArgument, () => _papers.Documents().EndDocumentAsync(request)));
    }
}
