using System.Collections.Immutable;
using Gms.Platform;
using Google.Protobuf.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gms.Conventions;

/// <summary>Finds where a service's source uses a text of a request in any other way than to hand it to <see cref="Read"/>.</summary>
sealed class RequestText
{
    const string Usings = "global using System; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using System.Collections.Generic;";

    /// <summary>Only parsed or compared, never kept or shown.</summary>
    static readonly string[] Opaque = ["request_id", "page_token"];

    static readonly IReadOnlyList<PortableExecutableReference> References =
        [.. AppDomain.CurrentDomain.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The text fields of every message that can come in a request, by the generated class.</summary>
    static readonly HashSet<(string Class, string Property)> Fields =
    [
        .. Served.All.SelectMany(s => s.Requests).Concat(Served.ByEveryService.SelectMany(n => n.Methods).Select(m => m.InputType)).SelectMany(m => Within(m, []))
            .SelectMany(m => m.Fields.InDeclarationOrder().Where(f => f.FieldType is FieldType.String && !Opaque.Contains(f.Name)).Select(f => (m.ClrType.FullName!.Replace('+', '.'), f.PropertyName))),
    ];

    static readonly HashSet<string> Names = [.. Fields.Select(f => f.Property)];

    readonly CSharpCompilation _compilation;
    readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    RequestText(CSharpCompilation compilation) => _compilation = compilation;

    public static IEnumerable<Use> In(string service, IEnumerable<(string File, string Text)> sources)
    {
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, path: s.File)).ToList();
        var compilation = CSharpCompilation.Create(
            "Gms." + service,
            trees.Append(CSharpSyntaxTree.ParseText(Usings)),
            References.Where(r => Path.GetFileName(r.FilePath) != $"Gms.{service}.dll"),
            new(OutputKind.DynamicallyLinkedLibrary));
        return trees.SelectMany(new RequestText(compilation).Unread);
    }

    IEnumerable<Use> Unread(SyntaxTree tree) =>
        from name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
        where Names.Contains(name.Identifier.Text)
        let use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax or NameColonSyntax ? name.Parent : null
        where use is not null
        let property = Model(name).GetSymbolInfo(name).Symbol as IPropertySymbol
        where property is not null && Fields.Contains((property.ContainingType.ToDisplayString(), property.Name))
        where use is NameColonSyntax ? use.Parent is SubpatternSyntax { Pattern: not ConstantPatternSyntax } : !IsRead(use, property.Type.SpecialType is not SpecialType.System_String, [])
        select new Use($"{property.ContainingType.ToDisplayString()}.{property.Name}", tree.FilePath, tree.GetLineSpan(name.Span).StartLinePosition.Line + 1, use.ToString());

    /// <summary>Whether a text, or many, goes to a reader, directly or through a method of the service that does nothing else with it.</summary>
    bool IsRead(SyntaxNode text, bool many, HashSet<IParameterSymbol> followed)
    {
        var whole = text;
        while (whole.Parent is ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax || whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            whole = whole.Parent;

        return whole.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when Reads(call) || IsReadBy(call, argument, many, followed) => true,
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Length" or "Count" } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax } => true,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
            AssignmentExpressionSyntax assigned when assigned.Left == whole => true,    // filled, not used
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Add", Parent: InvocationExpressionSyntax } => true,
            ForEachStatementSyntax loop when many => AllRead(loop.Statement, loop.Identifier.Text, many: false, followed),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } when many => AreRead(call, followed),
            _ => false,
        };
    }

    bool IsReadBy(InvocationExpressionSyntax call, ArgumentSyntax argument, bool many, HashSet<IParameterSymbol> followed)
    {
        if (Model(call).GetSymbolInfo(call).Symbol is not IMethodSymbol { DeclaringSyntaxReferences: [var declared, ..] } method)
            return false;
        var position = call.ArgumentList.Arguments.IndexOf(argument);
        var parameter = argument.NameColon is { } named ? method.Parameters.FirstOrDefault(p => p.Name == named.Name.Identifier.Text) : method.Parameters.ElementAtOrDefault(position);
        if (parameter is null || !followed.Add(parameter))
            return parameter is not null;

        return AllRead(declared.GetSyntax(), parameter.Name, many, followed);
    }

    /// <summary>Many texts in a chain: read one by one in a lambda, perhaps after Distinct() or the like.</summary>
    bool AreRead(InvocationExpressionSyntax call, HashSet<IParameterSymbol> followed)
    {
        var first = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        return first switch
        {
            null => IsRead(call, many: true, followed),
            SimpleLambdaExpressionSyntax lambda => AllRead(lambda.Body, lambda.Parameter.Identifier.Text, many: false, followed),
            ParenthesizedLambdaExpressionSyntax lambda => AllRead(lambda.Body, lambda.ParameterList.Parameters[0].Identifier.Text, many: false, followed),
            _ => Symbols(first).Any(IsReader),
        };
    }

    bool AllRead(SyntaxNode within, string name, bool many, HashSet<IParameterSymbol> followed)
    {
        var uses = within.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.Text == name && n.Parent is not NameColonSyntax && !(n.Parent is MemberAccessExpressionSyntax access && access.Name == n)).ToList();
        return uses.Count > 0 && uses.All(use => IsRead(use, many, followed));
    }

    bool Reads(InvocationExpressionSyntax call) => Symbols(call).Any(IsReader);

    ImmutableArray<ISymbol> Symbols(SyntaxNode node) => Model(node).GetSymbolInfo(node) is var found && found.Symbol is { } one ? [one] : found.CandidateSymbols;

    static bool IsReader(ISymbol symbol) => symbol is IMethodSymbol method
        && (method.ContainingType.ToDisplayString() == typeof(Read).FullName || (method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" && method.ContainingType.SpecialType is SpecialType.System_String));

    SemanticModel Model(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
            _models[node.SyntaxTree] = model = _compilation.GetSemanticModel(node.SyntaxTree);
        return model;
    }

    static HashSet<MessageDescriptor> Within(MessageDescriptor message, HashSet<MessageDescriptor> seen)
    {
        if (seen.Add(message))
            foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.FieldType is FieldType.Message && f.MessageType.ClrType is not null))
                Within(field.MessageType, seen);
        return seen;
    }

    /// <summary>One use of a text field of a request.</summary>
    public sealed record Use(string Field, string File, int Line, string Code)
    {
        public override string ToString() => $"{File}:{Line}: {Code}";
    }
}
