using Gms.Platform.Tests.Messaging;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

/// <summary>After a database was put back to an earlier moment.</summary>
public sealed class RestoredVerbTests(TestBroker broker)
{
    [Fact]
    public async Task Copies_of_seals_that_no_longer_are_go_and_recent_events_are_sent_again_and_absorbed()
    {
        var address = await broker.VirtualHost("restored");
        await using var database = await TestDatabase.Make();
        string folder;
        await using (var host = new ProbeHost(address, database))
        {
            await host.InitializeAsync();
            folder = host.Folder;
            await host.Officer.AddProbeAsync(A.Probe(worker: "LA-RESTORED"));
            await Until.True("told", async () => await host.Told("LA-RESTORED") == 2);
            await Until.True("sealed", async () => (await Lines(folder)).Length > 0);
            await host.Stop();

            // A seal of the other history, which the database does not know.
            var file = Path.Combine(folder, "probe.jsonl");
            var last = Seal.FromLine((await Lines(folder))[^1]);
            await File.AppendAllTextAsync(file, Seal.ToLine(last with { Number = last.Number + 1 }) + "\n");
            var before = await Lines(folder);

            Assert.Equal(0, await RestoredVerb.Run(new("Probe"), SettingsOf(database, folder), null, new StringWriter()));

            Assert.Equal(before[..^1], await Lines(folder));
            Assert.Equal(before, await File.ReadAllLinesAsync(Assert.Single(Directory.GetFiles(folder, "probe.jsonl.2*"))));
            Assert.True(await Count(database, "SELECT count(*) FROM outbox WHERE published_at IS NULL") > 0);
        }

        await using var next = new ProbeHost(address, database);
        await next.InitializeAsync();
        await Until.True("sent again", async () => await next.Unsent() == 0);
        await Until.True("absorbed", async () => await Count(database, "SELECT count(*) FROM inbox") == 2);
        Assert.Equal(2, await next.Told("LA-RESTORED"));
    }

    [Fact]
    public async Task What_another_service_sends_before_this_one_starts_waits_in_its_queues()
    {
        var address = await broker.VirtualHost("queues");
        await using var database = await TestDatabase.Make();
        var folder = Directory.CreateTempSubdirectory("gms-test").FullName;
        await using (var notStarted = new ProbeHost(address, database).Service.Build([],
            configuration => configuration.AddInMemoryCollection(ValuesOf(database, folder)).AddInMemoryCollection([new("Broker:Address", address.ToString()), new("Keys:Create", "true")]),
            services => services.AddSingleton(new ProbeScript())))
            Assert.True(await RestoredVerb.BindQueues(notStarted.Services.GetRequiredService<IBusControl>()));
        Directory.Delete(folder, recursive: true);

        await using var other = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await other.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var queue in new ProbeHost(address, database).Service.Subscriptions.Queues(new("Probe")))
            Assert.Equal(0u, (await channel.QueueDeclarePassiveAsync(queue, TestContext.Current.CancellationToken)).MessageCount);
    }

    static Task<string[]> Lines(string folder) => File.Exists(Path.Combine(folder, "probe.jsonl")) ? File.ReadAllLinesAsync(Path.Combine(folder, "probe.jsonl")) : Task.FromResult(Array.Empty<string>());

    static Settings SettingsOf(TestDatabase database, string folder) => new(new ConfigurationBuilder().AddInMemoryCollection(ValuesOf(database, folder)).Build(), development: true);

    static Dictionary<string, string?> ValuesOf(TestDatabase database, string folder) => new()
    {
        ["Grpc:Address"] = "http://127.0.0.1:1",
        ["Database:App"] = database.AppConnection,
        ["Keys:Folder"] = folder,
        ["Seals:Folder"] = folder,
        ["Access:Issuer"] = "http://127.0.0.1:1",
    };

    static async Task<long> Count(TestDatabase database, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
