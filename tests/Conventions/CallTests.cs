using Gms.Platform;
using Xunit;

namespace Gms.Conventions;

/// <summary>A call is found in one guess, and closed to whoever it is not for.</summary>
public sealed class CallTests
{
    [Fact]
    public void There_are_services_to_look_at() => Assert.Contains(Served.All, s => s.Name == "Registry");

    [Fact]
    public void Every_call_has_a_file_of_its_own_name() => Broken.None(
        Served.All.SelectMany(s => s.OwnCalls.Select(c => $"services/{s.Name}/{c.Service.Name}/{c.Name}.cs")).Where(file => !Checkout.Has(file)),
        "A call stands in services/<Service>/<proto service>/<Call>.cs. Missing:");

    [Fact]
    public void A_call_is_written_in_its_own_file() => Broken.None(
        from service in Served.All
        from call in service.OwnCalls
        let file = $"services/{service.Name}/{call.Service.Name}/{call.Name}.cs"
        where Checkout.Has(file) && !Checkout.Read(file).Contains($" {call.Name}(", StringComparison.Ordinal)
        select $"{file} does not hold {call.Name}",
        "A file named as a call holds that call:");

    [Fact]
    public void Every_service_folder_says_what_it_owns() => Broken.None(
        Served.All.Select(s => $"services/{s.Name}/README.md").Where(file => !Checkout.Has(file)),
        "Each service has a page that says what it owns, its calls and events, and the laws behind its rules. Missing:");

    [Fact]
    public void Every_proto_service_is_served() => Broken.None(
        Contracts.All.Where(e => e.Kind == "service").Select(e => e.Name)
            .Except(Served.All.SelectMany(s => s.Nouns).Select(n => n.FullName))
            .Except(Served.ByEveryService.Select(n => n.FullName)),
        "A contract that nobody serves promises something (.Serves in the service's Program.cs):");

    [Fact]
    public void Every_call_declares_who_may_call_it() => Broken.None(
        Served.All.SelectMany(s => Faults(() => _ = new Declarations(s.Files, s.Permissions))),
        "Each call has an option (gms.type.v1.access), and its permission stands in Permissions.cs:");

    [Fact]
    public void Every_service_builds_with_plain_settings() => Broken.None(
        Served.All.Where(s => s.Container.Value.Count == 0).Select(s => s.Name),
        "A service that does not build does not start:");

    [Fact]
    public void Every_permission_opens_a_call() => Broken.None(
        Served.All.SelectMany(s => s.Permissions.Permissions
            .Except(s.Calls.Concat(Served.ByEveryService.SelectMany(n => n.Methods)).Select(c => Declarations.Of(c)?.Permission ?? ""))
            .Select(p => $"{s.Name}: {p}")),
        "Permissions.cs grants what no call asks for:");

    [Fact]
    public void Every_permission_is_held_by_a_role_or_service_that_exists() => Broken.None(
        from service in Served.All
        from permission in service.Permissions
        let unknown = permission.Value.Select(g => g.Role).Except(Role.All).Except(Served.All.Select(s => Role.Service(s.Client))).Except(Planned.Select(Role.Service)).ToList()
        where permission.Value.Count == 0 || unknown.Count > 0
        select $"{service.Name}: {permission.Key} {string.Join(", ", unknown)}",
        "Granted to nobody, or to somebody unknown:");

    [Fact]
    public void A_permission_is_granted_for_purposes_that_the_call_has() => Broken.None(
        from service in Served.All
        from call in service.Calls
        let access = Declarations.Of(call)
        where access is not null
        from grant in service.Permissions[access.Permission]
        where grant.Only is not Gms.Type.V1.Purpose.Unspecified && service.Calls.Where(c => Declarations.Of(c)?.Permission == access.Permission).All(c => !Declarations.Of(c)!.Purposes.Contains(grant.Only))
        select $"{call.FullName}: {grant.Role} for {grant.Only.Name()}",
        "A grant for a purpose that no call with the permission takes can never be used:");

    [Fact]
    public void Audit_events_are_named_once() => Broken.None(
        Served.All.SelectMany(s => s.Calls.Select(c => (Service: s.Name, Declarations.Of(c)?.AuditEvent, Call: c.FullName)))
            .GroupBy(c => (c.Service, c.AuditEvent)).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key.AuditEvent}: {string.Join(", ", g.Select(c => c.Call))}"),
        "An audit row says by its event which call it was:");

    /// <summary>Services of docs/architecture.md that may be named before they are built.</summary>
    static readonly string[] Planned = ["registry", "recruitment", "social-security", "departure-orientation", "reintegration", "access", "portal"];

    static IEnumerable<string> Faults(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (InvalidOperationException fault)
        {
            return [fault.Message];
        }
    }
}
