using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>On a generated service base: where the server finds the method that lists the service's calls.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public class BindServiceMethodAttribute(
    [DynamicallyAccessedMembers(BindServiceMethodAttribute.Reflected)] Type bindType,
    string bindMethodName) : Attribute
{
    /// <summary>The server looks the method up by reflection: a trimmer that removed it would leave a server that starts and answers nothing.</summary>
    const DynamicallyAccessedMemberTypes Reflected = DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;

    [DynamicallyAccessedMembers(Reflected)]
    public Type BindType { get; } = bindType;

    public string BindMethodName { get; } = bindMethodName;
}
