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
    /// <param name="name">The name of the work, for the audit: kebab case, past tense.</param>
    /// <param name="purpose">The purpose for which the earlier call was made.</param>
    /// <param name="account">Who asked then.</param>
    /// <param name="organisation">That account's organisation then.</param>
    public AsyncServiceScope Begin(string name, Purpose purpose, string account, string organisation)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Call>().Begin(name, Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N"),
            new CallAccess { Scope = Scope.Open, AuditEvent = name, Changes = true },
            new Caller { Account = account, Organisation = organisation, Roles = new HashSet<string>(), Actor = service.Client }, purpose);
        CallClock.MoveTo(null);
        return scope;
    }
}
