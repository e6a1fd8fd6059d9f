using System.Diagnostics;
using Gms.Events;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// A service's database. One <see cref="Commit{T}"/> per changing call: change, events, audit and the answer kept for a repeat
/// stand or fall together.
/// </summary>
public abstract class ServiceDb(DbContextOptions options, Call call, ServiceSignals signals) : DbContext(options)
{
    const int Tries = 5;

    readonly List<WorkItem> _opened = [];
    IDbContextTransaction? _begun;

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>What officers have to look at. New ones by <see cref="OpenWorkItem"/> only.</summary>
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    DbSet<RequestRow> Requests => Set<RequestRow>();

    DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>The refusal that a broken constraint means, by the constraint's name. Null for a constraint that no call can break.</summary>
    protected virtual Problem? BrokenConstraint(string name) => null;

    /// <summary>Worker numbers that are one person; see <see cref="Platform.Aliases"/>.</summary>
    public DbSet<WorkerAlias> Aliases => Set<WorkerAlias>();

    /// <summary>
    /// What follows from the changes that are about to be saved and must stand or fall with them: asked before they are saved, run after, in their
    /// transaction. Null when nothing does.
    /// </summary>
    protected virtual Func<CancellationToken, Task>? Consequences() => null;

    /// <summary>Writes the event with the change. It is sent after the commit, and kept.</summary>
    public void Publish(IEvent happened) => Outbox.Add(OutboxRow.Of(happened, Activity.Current?.Id, CallClock.TestTime));

    /// <summary>Opens a work item with the change. One of the same kind and key that is there already, in whatever state, stays as it is and nothing is opened.</summary>
    public void OpenWorkItem(WorkItem found) => _opened.Add(found);

    internal Caller Caller => call.Caller;

    /// <summary>Closes the undecided work items whose key begins so: what they asked is settled by what happens here.</summary>
    public async Task CloseWorkItems(string keyBegins, string decision, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var item in await WorkItems.Where(i => i.Key.StartsWith(keyBegins) && i.State != WorkItemState.Closed).ToListAsync(cancel))
            item.Close(decision, reason, call.Caller, now);
    }

    /// <summary>
    /// Saves everything that the call changed and answers. The answer is kept: it must hold ids and states, not a person's data.
    /// </summary>
    public async Task<TResponse> Commit<TResponse>(TResponse response, CancellationToken cancel) where TResponse : IMessage<TResponse>, new()
    {
        if (!call.ScopeChecked)
            throw new InvalidOperationException($"{call.Name} would change records without checking the caller's scope.");

        if (call.RequestId is { } requestId)
            Requests.Add(new() { RequestId = requestId, Call = call.Name, Account = call.Caller.Account, Hash = call.RequestHash, Response = response.ToByteArray() });
        AddAudit();

        await Save(cancel);    // of the same request twice at once one breaks here; the interceptor answers it with the other's answer
        return response;
    }

    /// <summary>
    /// Begins the transaction before the commit, for a call that must look and write under one lock. The commit ends it; a refusal undoes it.
    /// </summary>
    public async Task Begin(CancellationToken cancel)
    {
        _begun ??= await Database.BeginTransactionAsync(cancel);
        call.Undo = Undo;
    }

    /// <summary>Gives up the transaction begun, its locks and its connection: nothing else of the call may wait while it holds them.</summary>
    async Task Undo()
    {
        if (_begun is not { } transaction)
            return;
        _begun = null;
        await transaction.DisposeAsync();
    }

    /// <summary>Saves without an answer to keep: what a consumer, a timer or one step of a longer call did.</summary>
    public Task Commit(CancellationToken cancel)
    {
        AddAudit();
        return Save(cancel);
    }

    /// <summary>
    /// Ends the transaction in which the rows of several calls were written, by the change tracker or beside it: their events and each call's own audit go
    /// with them, and stand or fall with them.
    /// </summary>
    public async Task CommitTogether(IReadOnlyCollection<Call> calls, IReadOnlyCollection<OutboxRow> events, CancellationToken cancel)
    {
        if (calls.FirstOrDefault(c => !c.ScopeChecked) is { } loose)
            throw new InvalidOperationException($"{loose.Name} would change records without checking the caller's scope.");

        var more = await SavePiece(cancel);
        if (events.Count > 0)
            await BulkCopy.Write(this, events, cancel);
        await BulkCopy.Write(this, calls.SelectMany(AuditRow.AllOf), cancel);
        await Database.CommitTransactionAsync(cancel);
        foreach (var one in calls)
        {
            one.ClearDisclosures();
            one.AuditWritten = true;
        }
        if (more || events.Count > 0)
            signals.EventsWritten();
    }

    /// <summary>What a broken constraint means, for rows that are saved without the change tracker; null for one that no call can break.</summary>
    internal Problem? Meaning(Exception failure) => (failure as PostgresException ?? failure.InnerException as PostgresException)?.ConstraintName is { } name ? BrokenConstraint(name) : null;

    /// <summary>Saves what a piece of an import changed beside its rows, in the piece's transaction, with its work items; its audit is written beside it. True when there was an event.</summary>
    internal async Task<bool> SavePiece(CancellationToken cancel)
    {
        var publishes = ChangeTracker.Entries<OutboxRow>().Any(e => e.State == EntityState.Added);
        var follows = Consequences();
        await SaveChangesAsync(cancel);
        if (follows is not null)
            await follows(cancel);
        if (_opened.Count > 0)
            await WorkItemRows.Insert(this, _opened, call, cancel);
        _opened.Clear();
        return publishes;
    }

    /// <summary>Forgets what was to be saved.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        _opened.Clear();
    }

    async Task Save(CancellationToken cancel)
    {
        var publishes = ChangeTracker.Entries<OutboxRow>().Any(e => e.State == EntityState.Added);
        var follows = Consequences();
        for (var tries = 1; !await SaveOnce(follows, again: tries < Tries, cancel); tries++)
            ;
        _begun = null;
        _opened.Clear();
        call.AuditWritten = true;
        if (publishes)
            signals.EventsWritten();
    }

    /// <summary>
    /// False when the database ended the transaction because it and another waited for each other, as two inserts that exclude one another can: nothing was
    /// written, and saved again the change meets what the other left. Not where a transaction had begun before: its locks and what was read under them are gone.
    /// </summary>
    async Task<bool> SaveOnce(Func<CancellationToken, Task>? follows, bool again, CancellationToken cancel)
    {
        await using var own = (_opened.Count > 0 || follows is not null) && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        try
        {
            await SaveChangesAsync(cancel);
        }
        catch (DbUpdateException broken) when (ConstraintOf(broken) is { } name && BrokenConstraint(name) is { } problem)
        {
            throw new RefusedException(Grpc.Core.StatusCode.FailedPrecondition, [problem]);
        }
        catch (Exception victim) when (again && IsDeadlock(victim) && (own ?? Database.CurrentTransaction) == own)
        {
            return false;
        }
        if (follows is not null)
            await follows(cancel);
        if (_opened.Count > 0)
            await WorkItemRows.Insert(this, _opened, call, cancel);
        if ((own ?? _begun) is { } transaction)
            await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>True when the database ended this transaction because it and another waited for each other: nothing of it was written.</summary>
    internal static bool IsDeadlock(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            if (e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure })
                return true;
        return false;
    }

    void AddAudit()
    {
        Audit.AddRange(AuditRow.AllOf(call));
        call.ClearDisclosures();
    }

    static string? ConstraintOf(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: "23505" or "23P01" or "23514" or "23503" } postgres ? postgres.ConstraintName : null;

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxRow>().ToTable("outbox").HasKey(r => r.EventId);
        modelBuilder.Entity<RequestRow>().ToTable("requests").HasKey(r => r.RequestId);
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasKey(r => r.Id);
        modelBuilder.Entity<AuditRow>().Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.ApplyConfiguration(new WorkItemMapping());
        modelBuilder.ApplyConfiguration(new WorkerAliasMapping());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        OnModel(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    /// <summary>What a mapping class beside its entity cannot say.</summary>
    protected virtual void OnModel(ModelBuilder model)
    {
    }
}

/// <summary>Tells the background work of this process that there is something to do, so that it need not wait for its next look.</summary>
public sealed class ServiceSignals : IDisposable
{
    readonly SemaphoreSlim _events = new(0, 1);

    public void EventsWritten()
    {
        try
        {
            _events.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already told.
        }
    }

    public void Dispose() => _events.Dispose();

    internal Task<bool> EventsOr(TimeSpan wait, CancellationToken cancel) => _events.WaitAsync(wait, cancel);
}
