using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

public sealed class ReplaceDocumentTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Papers _papers = new(host);

    [Fact]
    public async Task A_worker_who_changes_passport_twice_stays_one_person_and_is_found_by_any_of_the_three_numbers()
    {
        var (first, second, third) = (Papers.Number(), Papers.Number(), Papers.Number());
        var worker = await _papers.Enrolled(first);
        var firstId = (await _papers.Of(worker)).Single().DocumentId;

        var secondId = (await _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, firstId, second))).DocumentId;
        var thirdId = (await _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, secondId, third))).DocumentId;

        var history = await _papers.Of(worker);
        Assert.Equal([thirdId, secondId, firstId], history.Select(d => d.DocumentId));
        Assert.Equal([secondId, firstId, ""], history.Select(d => d.ReplacesDocumentId));
        Assert.Equal(["", thirdId, secondId], history.Select(d => d.ReplacedByDocumentId));
        Assert.Equal([Proto.DocumentState.InUse, Proto.DocumentState.Replaced, Proto.DocumentState.Replaced], history.Select(d => d.State));
        foreach (var number in new[] { first, second, third })
            Assert.Equal(worker, Assert.Single(await _papers.Found(number.ToLowerInvariant())).WorkerNumber);

        var told = await host.Db(db => db.Outbox.Where(e => e.SubjectId == worker).OrderBy(e => e.SubjectVersion).ToListAsync());
        Assert.Equal([("gms.registry.worker-enrolled:1", 1L), ("gms.registry.document-replaced:1", 2), ("gms.registry.document-replaced:1", 3)], told.Select(e => (e.Name, e.SubjectVersion)));
        Assert.All(told, e => Assert.DoesNotContain(second, e.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(3, await host.Db(db => db.Workers.Where(w => w.WorkerNumber == worker).Select(w => w.Version).SingleAsync()));
    }

    [Fact]
    public async Task Another_kind_may_take_the_place_and_a_lost_passport_stays_lost()
    {
        var worker = await _papers.Enrolled();
        var lost = (await _papers.Of(worker)).Single().DocumentId;
        await _papers.Documents().EndDocumentAsync(Papers.End(worker, lost));

        var next = (await _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, lost, "BP 1", "BORDER_PASS"))).DocumentId;

        var history = await _papers.Of(worker);
        Assert.Equal([(next, Proto.DocumentState.InUse, lost), (lost, Proto.DocumentState.Lost, "")], history.Select(d => (d.DocumentId, d.State, d.ReplacesDocumentId)));
    }

    [Fact]
    public async Task What_was_replaced_is_not_replaced_again()
    {
        var worker = await _papers.Enrolled();
        var first = (await _papers.Of(worker)).Single().DocumentId;
        await _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, first, Papers.Number()));

        Assert.Equal(["replaced_document_id"], await Refused.Fields(StatusCode.FailedPrecondition, () => _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, first, Papers.Number()))));
    }

    [Fact]
    public async Task Two_officers_who_replace_one_passport_at_once_leave_one_successor()
    {
        var worker = await _papers.Enrolled();
        var first = (await _papers.Of(worker)).Single().DocumentId;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return (await _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, first, Papers.Number()))).DocumentId;
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.Aborted or StatusCode.FailedPrecondition)
            {
                return null;
            }
        }));

        Assert.Single(answers, a => a is not null);
        Assert.Equal(2, (await _papers.Of(worker)).Count);
    }

    [Fact]
    public async Task A_document_of_another_worker_is_not_there()
    {
        var other = (await _papers.Of(await _papers.Enrolled())).Single().DocumentId;
        var worker = await _papers.Enrolled();

        Assert.Equal(["DOCUMENT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _papers.Documents().ReplaceDocumentAsync(_papers.Replace(worker, other, Papers.Number()))));
    }
}
