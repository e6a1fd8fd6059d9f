using Gms.Type.V1;
using Google.Protobuf.Reflection;

namespace Gms.Platform;

/// <summary>The calls that every service serves, and who may make them.</summary>
static class SharedCalls
{
    public static IReadOnlyList<FileDescriptor> Files { get; } =
        [Gms.Audits.V1.AuditsReflection.Descriptor, Gms.Disclosures.V1.DisclosuresReflection.Descriptor, Gms.Events.V1.EventsReflection.Descriptor, Gms.ErrorQueues.V1.ErrorQueuesReflection.Descriptor, Gms.WorkItems.V1.WorkItemsReflection.Descriptor];

    /// <summary>What every service lets the same parties do.</summary>
    public static void AddPlatformGrants(this PermissionTable table)
    {
        if (table.Permissions.Contains("events.replay"))
            return;
        table["audit.list"] = [Role.Auditor, Role.Administrator];
        table["events.replay"] = [Grant.ToService("registry", Purpose.Administration), Role.Auditor];
        table["disclosures.list-recorded"] = [Grant.ToService("registry", Purpose.Unspecified)];    // the call's own purposes are few
        table["errors.read"] = [Role.Administrator, Role.Auditor];
        table["errors.redrive"] = [Role.Administrator];
    }
}
