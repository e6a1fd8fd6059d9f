using Gms.Type.V1;

namespace Gms.Platform;

/// <summary>
/// The call being served: who asks, why, and what was disclosed. One per call, filled by the interceptor before the call's code runs.
/// </summary>
public sealed class Call
{
    readonly List<Disclosure> _disclosures = [];

    public Caller Caller { get; private set; } = Caller.Nobody;

    public Purpose Purpose { get; private set; }

    /// <summary>Full gRPC name without the leading slash, or the event's name inside a consumer.</summary>
    public string Name { get; private set; } = "";

    public CallAccess Access { get; private set; } = new();

    /// <summary>The same id stands in the answer, the logs, the audit and the trace.</summary>
    public string CorrelationId { get; private set; } = "";

    /// <summary>The caller's key for this intent; null when the call has none.</summary>
    public Guid? RequestId { get; internal set; }

    internal byte[] RequestHash { get; set; } = [];

    /// <summary>Nothing is kept by which somebody could prove what this request said: a repeat is known by its id, its call and its account alone.</summary>
    public void KeepNoHash() => RequestHash = [];

    /// <summary>The token as it was sent, to be exchanged for calls on the caller's behalf; null without a caller.</summary>
    internal string? Token { get; set; }

    internal bool AuditWritten { get; set; }

    /// <summary>Gives up what a call that was refused or failed still holds of the database.</summary>
    internal Func<Task> Undo { get; set; } = () => Task.CompletedTask;

    internal bool ScopeChecked { get; private set; }

    /// <summary>In Development a call that discloses what its proto does not declare fails; in life the disclosure is written all the same.</summary>
    internal bool OnlyDeclared { get; set; }

    internal IReadOnlyList<Disclosure> Disclosures => _disclosures;

    internal void Begin(string name, string correlationId, CallAccess access, Caller caller, Purpose purpose)
    {
        Name = name;
        CorrelationId = correlationId;
        Access = access;
        Caller = caller;
        Purpose = purpose;
        ScopeChecked = access.Scope is Scope.Public or Scope.Open;
    }

    /// <summary>Work without a caller: a consumer or a timer. It acts as its own service.</summary>
    internal void BeginForSystem(string name, string service, string correlationId)
    {
        Begin(name, correlationId, new CallAccess { Scope = Scope.Open, AuditEvent = name, Changes = true },
            new Caller { Account = "service:" + service, Roles = new HashSet<string>(), Actor = service }, Purpose.Unspecified);
    }

    /// <summary>Whether the caller may touch such a record. Asking counts as the check that every call must make.</summary>
    public bool Reaches(Reach record)
    {
        ScopeChecked = true;
        return Caller.Reaches(record);
    }

    /// <summary>Refuses with NOT_FOUND when the record is outside the caller's scope, as if it were not there.</summary>
    public void MustReach(Reach record, Problem notFound)
    {
        if (!Reaches(record))
            throw Refuse.NotFound(notFound);
    }

    /// <summary>Refuses with PERMISSION_DENIED when what the request names is outside the caller's scope.</summary>
    public void MustReach(Reach record, string? field = null)
    {
        if (!Reaches(record))
            throw Refuse.NotAllowed(PlatformProblems.OutsideScope(field));
    }

    /// <summary>The caller, for a query that itself leaves out what is outside the caller's scope. Asking counts as the check that every call must make.</summary>
    internal Caller ForQuery()
    {
        ScopeChecked = true;
        return Caller;
    }

    /// <summary>A repeat answers what was answered before: the scope was checked then, for the same account; nothing else is told.</summary>
    internal void MarkRepeated()
    {
        ScopeChecked = true;
        ClearDisclosures();
    }

    internal void ClearDisclosures() => _disclosures.Clear();

    /// <summary>
    /// Records that the answer tells something of a person. Written, with reader, office, time and purpose, before the answer leaves.
    /// </summary>
    public void Disclose(string workerNumber, params IReadOnlyList<string> fields) => Disclose(workerNumber, null, fields);

    /// <summary>As above, for one item of a call that a service makes for several people: the disclosure stands under the name of who asked the service.</summary>
    public void Disclose(string workerNumber, InNameOf? asker, params IReadOnlyList<string> fields)
    {
        if (OnlyDeclared && fields.Except(Access.Discloses).ToList() is { Count: > 0 } undeclared)
            throw new InvalidOperationException($"{Name} discloses {string.Join(", ", undeclared)}, which its proto does not declare (discloses).");
        _disclosures.Add(new(workerNumber, fields, asker));
    }
}

/// <summary>What an answer tells of one person: the worker number and the names of the fields told; and to whom, when that is not the caller.</summary>
public sealed record Disclosure(string WorkerNumber, IReadOnlyList<string> Fields, InNameOf? Asker = null);
