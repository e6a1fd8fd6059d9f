using Gms.Type.V1;
using Google.Protobuf.Reflection;

namespace Gms.Platform;

/// <summary>What each served call declares in its proto. A call that declares nothing is refused, and its service does not start.</summary>
public sealed class Declarations
{
    readonly Dictionary<string, CallAccess> _byMethod = new(StringComparer.Ordinal);

    /// <summary>Standard services that anybody may ask and that say nothing about the registry's records.</summary>
    static readonly string[] Standard = ["/grpc.health.v1.Health/", "/grpc.reflection."];

    static readonly CallAccess ForAnybody = new() { Scope = Scope.Public, Purposes = { Purpose.Administration }, AuditEvent = "asked" };

    public Declarations(IEnumerable<FileDescriptor> files, PermissionTable permissions)
    {
        var faults = new List<string>();
        foreach (var method in files.SelectMany(f => f.Services).SelectMany(s => s.Methods))
        {
            var access = Of(method);
            _byMethod.Add($"/{method.Service.FullName}/{method.Name}", access ?? new CallAccess());
            faults.AddRange(Faults(method, access, permissions));
        }
        if (faults.Count > 0)
            throw new InvalidOperationException("Calls without a right access declaration:\n  " + string.Join("\n  ", faults));
    }

    public static CallAccess? Of(MethodDescriptor method) => method.GetOptions()?.GetExtension(AccessExtensions.Access);

    /// <summary>The declaration; empty, and so refused, for anything unknown.</summary>
    public CallAccess For(string method) =>
        Standard.Any(e => method.StartsWith(e, StringComparison.Ordinal)) ? ForAnybody : _byMethod.GetValueOrDefault(method, new CallAccess());

    static IEnumerable<string> Faults(MethodDescriptor method, CallAccess? access, PermissionTable permissions)
    {
        if (access is null || access.Scope == Scope.Unspecified)
            yield return $"{method.FullName}: no (gms.type.v1.access)";
        else
        {
            if (access.Purposes.Count == 0)
                yield return $"{method.FullName}: no purposes";
            if (access.AuditEvent.Length == 0)
                yield return $"{method.FullName}: no audit_event";
            if (access.Scope == Scope.Public != (access.Permission.Length == 0))
                yield return $"{method.FullName}: a public call has no permission, every other call has one";
            if (access.Permission.Length > 0 && !permissions.Permissions.Contains(access.Permission))
                yield return $"{method.FullName}: permission {access.Permission} is not in Permissions.cs";
            if (access.Changes && !method.IsClientStreaming && method.InputType.FindFieldByName("request_id") is null)
                yield return $"{method.FullName}: changes records but its request has no request_id";
        }
    }
}
