using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Xunit;

namespace Gms.Conventions;

/// <summary>
/// The official gRPC server and client find in protos/runtime every type and member that they were compiled against.
/// Without this a missing one shows at run time, in the first call that needs it.
/// </summary>
public sealed class GrpcSurfaceTests
{
    static readonly string[] s_ours = ["Grpc.Core.Api", "Grpc.Net.Common"];

    public static TheoryData<string> Libraries => ["Grpc.AspNetCore.Server", "Grpc.Net.Client"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_type_loads(string library) => Assert.NotEmpty(Assembly.Load(library).GetTypes());

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_member_is_there_and_may_be_used(string library)
    {
        var module = Assembly.Load(library).ManifestModule;
        using var file = new PEReader(File.OpenRead(module.FullyQualifiedName));
        var metadata = file.GetMetadataReader();

        var types = metadata.TypeReferences.Where(type => IsOurs(metadata, type)).Select(type => (EntityHandle)type).ToList();
        var members = metadata.MemberReferences.Where(member => IsOurs(metadata, metadata.GetMemberReference(member).Parent)).Select(member => (EntityHandle)member).ToList();
        var problems = types.Concat(members).Select(reference => ProblemOf(module, metadata, reference)).OfType<string>().ToList();

        Assert.True(types.Count > 20 && members.Count > 50, $"Only {types.Count} types and {members.Count} members were found to look up.");
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    /// <summary>The runtime itself looks the reference up, as it would at the first use.</summary>
    static string? ProblemOf(Module module, MetadataReader metadata, EntityHandle reference)
    {
        // A reference from generic code is looked up for some type; every type parameter there takes an object.
        var any = Enumerable.Repeat(typeof(object), 8).ToArray();
        try
        {
            var found = module.ResolveMember(MetadataTokens.GetToken(reference), any, any)!;
            return MayUse(found) ? null : $"{NameOf(metadata, reference)} is not accessible";
        }
        catch (Exception missing) when (missing is MissingMemberException or TypeLoadException or ArgumentException)
        {
            return $"{NameOf(metadata, reference)}: {missing.Message}";
        }
    }

    static bool MayUse(MemberInfo found) => found switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        Type type => type.IsVisible || type.IsNestedFamily || type.IsNestedFamORAssem,
        _ => false,
    };

    static bool IsOurs(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => IsOurs(metadata, metadata.GetTypeReference((TypeReferenceHandle)handle).ResolutionScope),
        HandleKind.AssemblyReference => s_ours.Contains(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)handle).Name)),
        HandleKind.TypeSpecification => IsOurs(metadata, GenericTypeOf(metadata, (TypeSpecificationHandle)handle)),
        _ => false,
    };

    /// <summary>The Method`2 of a Method&lt;A, B&gt;: in the signature it follows "generic instance" and "class" or "value type".</summary>
    static EntityHandle GenericTypeOf(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle();
    }

    static string NameOf(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            case HandleKind.TypeSpecification:
                return NameOf(metadata, GenericTypeOf(metadata, (TypeSpecificationHandle)handle));
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return $"{NameOf(metadata, member.Parent)}.{metadata.GetString(member.Name)}";
            default:
                return handle.Kind.ToString();
        }
    }
}
