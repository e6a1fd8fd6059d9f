using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Platform;

/// <summary>
/// Writes the audit of reads and refusals. Calls that end at the same moment share one insert (group commit), and each waits for it:
/// no answer about a person leaves before its disclosure is on disk.
/// </summary>
sealed class ReadAudit(NpgsqlDataSource database, ILogger<ReadAudit> log) : BackgroundService
{
    const int MostInOneInsert = 500;

    readonly Channel<(IReadOnlyList<AuditRow> Rows, TaskCompletionSource Done)> _waiting = Channel.CreateBounded<(IReadOnlyList<AuditRow>, TaskCompletionSource)>(10_000);

    /// <summary>The audit of a call that changed nothing. Public calls have no caller to name.</summary>
    public async Task Write(Call call, CancellationToken cancel)
    {
        if (call.Disclosures.Count > 0)
            await WriteDisclosures(call, cancel);
        else if (call.Access.Scope != Type.V1.Scope.Public)
            await Enqueue([AuditRow.Of(call, "read")], cancel);
    }

    /// <summary>One row for each person that the answer tells of.</summary>
    public async Task WriteDisclosures(Call call, CancellationToken cancel)
    {
        if (call.Disclosures.Count == 0)
            return;

        AuditRow[] rows = [.. call.Disclosures.Select(d => AuditRow.Of(call, "read", d))];
        call.ClearDisclosures();
        call.AuditWritten = true;
        await Enqueue(rows, cancel);
    }

    /// <summary>A refusal is told to the caller even when it cannot be written: the database being away may be the reason for it.</summary>
    public async Task WriteRefusal(Call call, string name, string code)
    {
        if (call.Caller.Account.Length == 0)
        {
            log.LogInformation("{Call} refused before sign-in: {Code}", name, code);
            return;
        }
        try
        {
            await Enqueue([AuditRow.Of(call, "refused", outcome: code) with { Call = name }], CancellationToken.None);
        }
        catch (NpgsqlException failure)
        {
            log.LogWarning("The refusal of {Call} ({Code}) could not be audited: {Failure}", name, code, failure.GetType().Name);
        }
    }

    async Task Enqueue(IReadOnlyList<AuditRow> rows, CancellationToken cancel)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((rows, done), cancel);
        await done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<AuditRow>(MostInOneInsert);
        var waiters = new List<TaskCompletionSource>(MostInOneInsert);
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            waiters.Clear();
            // A call that tells of many people at once may go beyond it: its rows stay together.
            while (group.Count < MostInOneInsert && _waiting.Reader.TryRead(out var next))
            {
                group.AddRange(next.Rows);
                waiters.Add(next.Done);
            }

            try
            {
                await Insert(group);
                waiters.ForEach(w => w.SetResult());
            }
            catch (NpgsqlException failure)
            {
                waiters.ForEach(w => w.SetException(failure));
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken);
    }

    async Task Insert(List<AuditRow> group)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO audit (id, at, kind, event, call, account, organisation, actor, purpose, subject, fields, outcome, correlation_id)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """);
        void Add<T>(NpgsqlDbType type, Func<AuditRow, T> value) =>
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = group.Select(value).ToArray() });

        Add(NpgsqlDbType.Uuid, r => r.Id);
        Add(NpgsqlDbType.TimestampTz, r => r.At);
        Add(NpgsqlDbType.Text, r => r.Kind);
        Add(NpgsqlDbType.Text, r => r.Event);
        Add(NpgsqlDbType.Text, r => r.Call);
        Add(NpgsqlDbType.Text, r => r.Account);
        Add(NpgsqlDbType.Text, r => r.Organisation);
        Add(NpgsqlDbType.Text, r => r.Actor);
        Add(NpgsqlDbType.Text, r => r.Purpose);
        Add(NpgsqlDbType.Text, r => r.Subject);
        Add(NpgsqlDbType.Text, r => r.Fields);
        Add(NpgsqlDbType.Text, r => r.Outcome);
        Add(NpgsqlDbType.Text, r => r.CorrelationId);
        await command.ExecuteNonQueryAsync();
    }
}
