using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gms.Conventions;

/// <summary>What lives as long as the process serves everybody: it must not remember one caller's data for the next.</summary>
public sealed class SingletonTests
{
    /// <summary>Fields that change and may: what they hold is nobody's data.</summary>
    static readonly Dictionary<string, string> Allowed = new()
    {
        ["Gms.Platform.PermissionTable.Item"] = "Filled by the initialiser in Permissions.cs, before the service is built.",
    };

    [Fact]
    public void Nothing_that_is_shared_by_all_calls_can_be_changed() => Broken.None(
        from service in Served.All
        from type in service.Container.Value.Where(d => d.Lifetime is ServiceLifetime.Singleton && !d.IsKeyedService).Select(TypeOf).OfType<System.Type>().Distinct()
        where type.Assembly.GetName().Name!.StartsWith("Gms.", StringComparison.Ordinal)
        from member in Settable(type)
        let name = $"{type.FullName}.{member}"
        where !Allowed.ContainsKey(name)
        select name,
        "Registered as singleton, and has a member that can be set again (make it readonly or init; state per call belongs in Call):");

    static IEnumerable<string> Settable(System.Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var t = type; t is not null && t.Assembly.GetName().Name!.StartsWith("Gms.", StringComparison.Ordinal); t = t.BaseType)
        {
            foreach (var property in t.GetProperties(All))
                if (property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                    yield return property.Name;

            // A primary constructor's parameter is a field of the compiler's; that one is left out.
            foreach (var field in t.GetFields(All))
                if (!field.IsInitOnly && !field.Name.Contains('<', StringComparison.Ordinal))
                    yield return field.Name;
        }
    }

    static System.Type? TypeOf(ServiceDescriptor registered) =>
        registered.ImplementationType ?? registered.ImplementationInstance?.GetType() ?? registered.ImplementationFactory?.GetType().GenericTypeArguments[^1];
}
