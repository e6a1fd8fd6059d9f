using Gms.Platform;
using Google.Protobuf.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Gms.Conventions;

/// <summary>A request's text is used only through the reader that refuses what is damaged, hidden or too long, and names the field.</summary>
public sealed class RequestTextTests
{
    const string Usings = "global using System; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using System.Collections.Generic;";

    static readonly IReadOnlyList<PortableExecutableReference> References =
        [.. AppDomain.CurrentDomain.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Every generated message that can come in a request.</summary>
    static readonly HashSet<string> Incoming = [.. Served.All.SelectMany(s => s.Requests).Append(Gms.Events.V1.ReplayRequest.Descriptor).SelectMany(m => Within(m, [])).Select(m => m.ClrType.FullName!.Replace('+', '.'))];

    [Fact]
    public void No_text_of_a_request_is_used_without_its_reader() => Broken.None(
        Served.All.Select(s => s.Name).Append("Platform").SelectMany(service => Unread(service, Checkout.Files(".cs", "services/" + service).Select(file => (file, Checkout.Read(file))))),
        "Read.Text(request.X, \"x\") and its like refuse damaged text and name the field; used without:");

    [Theory]
    [InlineData("var n = Read.Text(request.Province, \"province\");", 0)]
    [InlineData("var n = request.Province.Length == 0 ? null : Read.OptionalText(request.Province, \"province\");", 0)]
    [InlineData("foreach (var n in request.Names) Read.Text(n.Full, \"names\");", 0)]
    [InlineData("var id = request.RequestId;", 0)]
    [InlineData("var n = request.Province;", 1)]
    [InlineData("var n = request.Province.Trim();", 1)]
    [InlineData("Console.WriteLine(request.Document.Number);", 1)]
    [InlineData("var n = request.Names.Select(n => n.Full).ToList();", 1)]
    [InlineData("if (request is { Province: var p }) Console.WriteLine(p);", 1)]
    public void The_check_itself_sees_what_it_should(string code, int found) => Assert.Equal(found, Unread("Nowhere",
    [
        ("Sample.cs", $$"""
            using Gms.Platform;
            using Gms.Registry.V1;
            class Sample { void Use(EnrolWorkerRequest request) { {{code}} } }
            """),
    ]).Count());

    static IEnumerable<string> Unread(string service, IEnumerable<(string File, string Text)> sources)
    {
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, path: s.File)).ToList();
        var compilation = CSharpCompilation.Create("Gms." + service, trees.Append(CSharpSyntaxTree.ParseText(Usings)), References.Where(r => Path.GetFileName(r.FilePath) != $"Gms.{service}.dll"), new(OutputKind.DynamicallyLinkedLibrary));
        return trees.SelectMany(tree => Unread(tree, compilation.GetSemanticModel(tree)));
    }

    static IEnumerable<string> Unread(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            var unread = node switch
            {
                MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => IsText((ExpressionSyntax)node, model) is { } many && !IsRead((ExpressionSyntax)node, many, model),
                SubpatternSyntax { NameColon.Name: { } name, Pattern: not ConstantPatternSyntax } => IsText(name, model) is not null,
                _ => false,
            };
            if (unread)
                yield return $"{tree.FilePath}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}: {node}";
        }
    }

    /// <summary>Whether it is a text of a request (false), or many (true); null for anything else.</summary>
    static bool? IsText(ExpressionSyntax expression, SemanticModel model)
    {
        if (model.GetSymbolInfo(expression).Symbol is not IPropertySymbol property || property.Name == "RequestId" || !Incoming.Contains(property.ContainingType.ToDisplayString()))
            return null;
        if (property.Type.SpecialType is SpecialType.System_String)
            return false;
        return property.Type is INamedTypeSymbol { Name: "RepeatedField" or "MapField" } list && list.TypeArguments.Any(a => a.SpecialType is SpecialType.System_String) ? true : null;
    }

    static bool IsRead(ExpressionSyntax text, bool many, SemanticModel model)
    {
        SyntaxNode whole = text;
        while (whole.Parent is ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax || whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            whole = whole.Parent;

        return whole.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when Reads(call, model) => true,
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Length" or "Count" } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } compared => compared.Right is LiteralExpressionSyntax,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assigned when assigned.Left == whole => true,
            ForEachStatementSyntax loop when many => ReadsWithin(loop.Statement, model),
            _ => many && whole.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().Any(call => Reads(call, model) || ReadsWithin(call.ArgumentList, model)),
        };
    }

    static bool ReadsWithin(SyntaxNode node, SemanticModel model) =>
        node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Reads(call, model))
        || node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => model.GetSymbolInfo(name) is { } found && found.CandidateSymbols.Add(found.Symbol!).Any(s => s is IMethodSymbol method && IsReader(method)));

    static bool Reads(InvocationExpressionSyntax call, SemanticModel model) => model.GetSymbolInfo(call) is { } found && found.CandidateSymbols.Add(found.Symbol!).Any(s => s is IMethodSymbol method && IsReader(method));

    /// <summary>A method of Read, or one of a service's own that is named as a reader.</summary>
    static bool IsReader(IMethodSymbol method) => method.ContainingType.ToDisplayString() == typeof(Read).FullName || method.Name.StartsWith("Read", StringComparison.Ordinal);

    static HashSet<MessageDescriptor> Within(MessageDescriptor message, HashSet<MessageDescriptor> seen)
    {
        if (seen.Add(message))
            foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.FieldType is FieldType.Message && f.MessageType.ClrType is not null))
                Within(field.MessageType, seen);
        return seen;
    }
}
