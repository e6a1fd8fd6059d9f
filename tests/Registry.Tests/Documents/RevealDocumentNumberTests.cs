using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

public sealed class RevealDocumentNumberTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Papers _papers = new(host);

    [Fact]
    public async Task The_whole_number_is_shown_as_it_was_written_and_disclosed_by_a_field_of_its_own()
    {
        var worker = await _papers.Enrolled("pa 765-432 " + Random.Shared.Next(10, 99));
        var id = (await _papers.Of(worker)).Single().DocumentId;
        var border = new Proto.Documents.DocumentsClient(host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control"));

        Assert.StartsWith("pa 765-432 ", (await border.RevealDocumentNumberAsync(new() { WorkerNumber = worker, DocumentId = id })).Number, StringComparison.Ordinal);

        Assert.Equal([("document_number", "border-control")], await host.Db(async db => (await db.Database
            .SqlQuery<string>($"SELECT fields || '/' || purpose AS \"Value\" FROM audit WHERE subject = {worker} AND account = 'border-officer@LA'").ToListAsync())
            .Select(v => (v.Split('/')[0], v.Split('/')[1])).ToList()));
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("own-record")]
    [InlineData("statistics")]
    public async Task For_another_purpose_it_is_not_shown(string purpose)
    {
        var worker = await _papers.Enrolled();
        var id = (await _papers.Of(worker)).Single().DocumentId;

        Assert.Equal(["PURPOSE_NOT_ALLOWED"], await Refused.Codes(StatusCode.PermissionDenied, () => _papers.Documents(purpose).RevealDocumentNumberAsync(new() { WorkerNumber = worker, DocumentId = id })));
    }

    [Fact]
    public async Task Of_an_erased_person_nothing_is_left_to_show_and_the_history_stays()
    {
        var number = Papers.Number();
        var worker = await _papers.Enrolled(number);
        var id = (await _papers.Of(worker)).Single().DocumentId;
        await host.Db(async db =>
        {
            (await db.Workers.SingleAsync(w => w.WorkerNumber == worker)).DestroyKey(DateTimeOffset.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(["WORKER_ERASED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _papers.Documents().RevealDocumentNumberAsync(new() { WorkerNumber = worker, DocumentId = id })));
        Assert.Equal(("", "PASSPORT"), (Assert.Single(await _papers.Of(worker)).NumberMasked, (await _papers.Of(worker)).Single().Kind));
        Assert.Equal(["WORKER_ERASED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _papers.Documents().AddDocumentAsync(_papers.Add(worker, Papers.Number()))));
    }
}
