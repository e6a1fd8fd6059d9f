using System.Collections.Immutable;

namespace Gms.Registry.Corridors;

/// <summary>The code lists that requests name values of. Data.</summary>
sealed class CodeLists
{
    readonly Dictionary<string, string> _documentKinds = DataFile.Read<DocumentKindFile>("document_kinds").DocumentKinds
        .SelectMany(k => k.Also.Append(k.Code).Select(code => (code, k.Code))).ToDictionary(k => k.code, k => k.Code);

    /// <summary>Why a worker came back: END_CONTRACT, FORCED_CONFLICT …</summary>
    public IReadOnlyCollection<string> ReturnReasons { get; } = Values(DataFile.Read<ReturnReasonFile>("return_reasons").ReturnReasons);

    /// <summary>Kinds of employment: FORMAL, AGRICULTURAL_SEASONAL …</summary>
    public IReadOnlyCollection<string> EmploymentTypes { get; } = Values(DataFile.Read<EmploymentTypeFile>("employment_types").EmploymentTypes);

    /// <summary>The kind of document without its issuer: LA_PASSPORT is a PASSPORT. A kind not listed is itself.</summary>
    public string DocumentKind(string code) => _documentKinds.GetValueOrDefault(code, code);

    static ImmutableHashSet<string> Values(IEnumerable<ListedCode> codes) => [.. codes.Select(c => c.Code)];

    sealed record DocumentKindFile(IReadOnlyList<ListedKind> DocumentKinds);

    sealed record ListedKind(string Code, IReadOnlyList<string> Also);

    sealed record ReturnReasonFile(IReadOnlyList<ListedCode> ReturnReasons);

    sealed record EmploymentTypeFile(IReadOnlyList<ListedCode> EmploymentTypes);
}

/// <summary>A code of a list that is data.</summary>
sealed record ListedCode(string Code);
