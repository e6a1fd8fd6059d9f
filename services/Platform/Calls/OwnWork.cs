using System.Diagnostics;
using Gms.Type.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Platform;

/// <summary>
/// Work that a timer of the service begins: a scope of its own, in which the service acts as itself in the name of who asked earlier,
/// so that audit and disclosures name that person.
/// </summary>
public sealed class OwnWork(IServiceScopeFactory scopes, ServiceIdentity service)
{
    /// <summary>A scope for what nobody asked for: the service acts in its own name.</summary>
    /// <param name="name">The name of the work, for the audit: kebab case, past tense.</param>
    /// <param name="purpose">What it is done for.</param>
    public AsyncServiceScope Begin(string name, Purpose purpose) => Begin(name, purpose, "service:" + service.Client, "");

    /// <param name="name">The name of the work, for the audit: kebab case, past tense.</param>
    /// <param name="purpose">The purpose for which the earlier call was made.</param>
    /// <param name="account">Who asked then.</param>
    /// <param name="organisation">That account's organisation then.</param>
    public AsyncServiceScope Begin(string name, Purpose purpose, string account, string organisation)
    {
        var scope = scopes.CreateAsyncScope();
        Fill(scope.ServiceProvider.GetRequiredService<Call>(), name, purpose, account, organisation);
        CallClock.MoveTo(null);
        return scope;
    }

    /// <summary>A scope for what several calls do together: it asks others as this service itself, and has the clock that those calls run on.</summary>
    public AsyncServiceScope BeginTogether(string name, Purpose purpose, DateTimeOffset? testClock)
    {
        var scope = Begin(name, purpose);
        CallClock.MoveTo(testClock);
        return scope;
    }

    /// <summary>The part of one person in work that is done for many together: what is audited of it stands under that name.</summary>
    public Call PartOf(string name, Purpose purpose, string account, string organisation)
    {
        var call = new Call();
        Fill(call, name, purpose, account, organisation);
        return call;
    }

    void Fill(Call call, string name, Purpose purpose, string account, string organisation) =>
        call.Begin(name, Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N"),
            new CallAccess { Scope = Scope.Open, AuditEvent = name, Changes = true },
            new Caller { Account = account, Organisation = organisation, Roles = new HashSet<string>(), Actor = service.Client }, purpose);
}
