using System.Collections;
using Proto = Gms.Type.V1;

namespace Gms.Platform;

/// <summary>A service's permissions and the roles that hold each. Each service has one, in Permissions.cs.</summary>
public sealed class PermissionTable : IEnumerable<KeyValuePair<string, IReadOnlyList<Grant>>>
{
    readonly Dictionary<string, IReadOnlyList<Grant>> _grants = new(StringComparer.Ordinal);

    public IReadOnlyList<Grant> this[string permission]
    {
        get => _grants.GetValueOrDefault(permission, []);
        set => _grants.Add(permission, value);
    }

    public IReadOnlyCollection<string> Permissions => _grants.Keys;

    /// <summary>A person holds a permission by role, perhaps for one purpose only; a service that acts for a person holds it by its own name and purpose, never by the person's roles.</summary>
    public bool Holds(Caller caller, string permission, Proto.Purpose purpose) =>
        this[permission].Any(grant => (grant.Only is Proto.Purpose.Unspecified || grant.Only == purpose)
            && (caller.Actor is { } actor ? grant.Role == Role.Service(actor) : caller.Roles.Contains(grant.Role)));

    public IEnumerator<KeyValuePair<string, IReadOnlyList<Grant>>> GetEnumerator() => _grants.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
