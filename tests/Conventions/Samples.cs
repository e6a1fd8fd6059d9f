using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gms.Conventions;

/// <summary>Makes a value of any type, always the same: for snapshots, and to ask a factory what it makes.</summary>
static class Samples
{
    static readonly NullabilityInfoContext Nullability = new();

    public static bool IsOptional(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && Nullability.Create(property).ReadState is NullabilityState.Nullable);

    /// <param name="type">What to make.</param>
    /// <param name="full">Whether what may be left out is there.</param>
    public static object Of(System.Type type, bool full = true)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner, full);
        if (type == typeof(string))
            return "text";
        if (type == typeof(Guid))
            return new Guid("01936f00-0000-7000-8000-000000000001");
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 11, 22);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 22, 13, 30, 0, TimeSpan.Zero);
        if (type == typeof(bool))
            return true;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0)!;
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(7, type, null);
        if (Item(type) is { } item)
            return ArrayOf(item, full);
        if (Pair(type) is { } pair)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(pair))!;
        return Made(type, full);
    }

    /// <summary>What a list type holds; null for what is no list.</summary>
    public static System.Type? Item(System.Type type) =>
        type == typeof(string) || Pair(type) is not null
            ? null
            : type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    /// <summary>Key and value of a dictionary type; null for anything else.</summary>
    public static System.Type[]? Pair(System.Type type) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))?.GenericTypeArguments;

    static Array ArrayOf(System.Type item, bool full)
    {
        var array = Array.CreateInstance(item, 1);
        array.SetValue(Of(item, full), 0);
        return array;
    }

    static object Made(System.Type type, bool full)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0))
            if (full || !IsOptional(property))
                property.SetValue(made, Of(property.PropertyType, full));
        return made;
    }
}
