using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Registry.Tests.Documents;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

public sealed class RenewedKeysTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Papers _papers = new(host);

    IKeys Keys => host.Services.GetRequiredService<IKeys>();

    [Fact]
    public async Task Workers_are_found_and_read_during_and_after_a_rotation_of_search_and_column_keys()
    {
        var numbers = Enumerable.Range(0, 30).Select(_ => Papers.Number()).ToList();
        var workers = new List<string>();
        foreach (var number in numbers)
            workers.Add(await _papers.Enrolled(number));

        Keys.Rotate(KeyKind.Search, "registry");
        Keys.Rotate(KeyKind.Column, "registry");
        var (search, column) = (Keys.CurrentSecret(KeyKind.Search, "registry").Version, Keys.CurrentSecret(KeyKind.Column, "registry").Version);

        var end = Environment.TickCount64 + 60_000;

        // During: asked again and again until nothing of the old versions is left, every worker is found each time, and an old number stays one worker's.
        do
        {
            foreach (var (number, worker) in numbers.Zip(workers))
                Assert.Equal(worker, Assert.Single(await _papers.Found(number)).WorkerNumber);
            await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => _papers.Enrolled(numbers[0]));
        }
        while (await Older(search, column) > 0 && Environment.TickCount64 < end);
        Assert.Equal(0, await Older(search, column));

        // After.
        foreach (var (number, worker) in numbers.Zip(workers))
        {
            Assert.Equal(worker, Assert.Single(await _papers.Found(number)).WorkerNumber);
            Assert.EndsWith(number[^4..], Assert.Single(await _papers.Of(worker)).NumberMasked, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Contacts_are_hashed_anew_and_read_after_a_rotation()
    {
        var worker = await _papers.Enrolled();
        await _papers.Workers.UpdateContactsAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = worker,
            ContactFacts = new() { Contacts = { new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = "+85620555501" } } },
        });
        var before = await Contact(worker);

        Keys.Rotate(KeyKind.Search, "registry");
        var after = await Eventually.Becomes(() => Contact(worker), c => c.HashVersion > before.HashVersion);

        Assert.Equal(before.HashVersion + 1, after.HashVersion);
        Assert.NotEqual(before.ValueHash, after.ValueHash);
        Assert.Equal("+85620555501", (await _papers.Workers.GetWorkerAsync(new() { WorkerNumber = worker })).ContactFacts.Contacts.Single().Value);
    }

    [Fact]
    public async Task A_record_from_before_persons_had_keys_is_read_and_gets_one()
    {
        var number = Papers.Number();
        var worker = await _papers.Enrolled(number);
        var column = host.Services.GetRequiredService<ColumnCipher>();
        var id = Guid.Parse((await _papers.Of(worker)).Single().DocumentId);
        await Sql("UPDATE documents SET number_encrypted = $2 WHERE id = $1", id, column.Encrypt(number, id));
        await Sql("UPDATE workers SET person_key = NULL, key_version = NULL WHERE worker_number = $1", worker);

        Assert.EndsWith(number[^4..], (await _papers.Of(worker)).Single().NumberMasked, StringComparison.Ordinal);
        Assert.True(await Eventually.Becomes(() => host.Db(db => db.Workers.AnyAsync(w => w.WorkerNumber == worker && w.PersonKey != null)), given => given));

        Assert.Equal([0, 0, 0, 0], (await host.Db(db => db.Documents.Where(d => d.Id == id).Select(d => d.NumberEncrypted).SingleAsync()))[..4]);
        Assert.EndsWith(number[^4..], (await _papers.Of(worker)).Single().NumberMasked, StringComparison.Ordinal);
    }

    Task<int> Older(int search, int column) => host.Db(async db =>
        await db.Documents.CountAsync(d => d.HashVersion < search) + await db.Workers.CountAsync(w => w.KeyVersion < column));

    Task<Gms.Registry.Workers.WorkerContact> Contact(string worker) => host.Db(db => db.Workers.Where(w => w.WorkerNumber == worker).SelectMany(w => w.Contacts).AsNoTracking().SingleAsync());

    async Task Sql(string sql, params object[] values)
    {
        await using var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
