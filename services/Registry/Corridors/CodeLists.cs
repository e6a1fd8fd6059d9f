using System.Collections.Immutable;

namespace Gms.Registry.Corridors;

/// <summary>The code lists that requests name values of. Data.</summary>
sealed class CodeLists
{
    static readonly IReadOnlyList<ListedReason> Reasons = DataFile.Read<ReturnReasonFile>("return_reasons").ReturnReasons;

    readonly Dictionary<string, string> _documentKinds = DataFile.Read<DocumentKindFile>("document_kinds").DocumentKinds
        .SelectMany(k => k.Also.Append(k.Code).Select(code => (code, k.Code))).ToDictionary(k => k.code, k => k.Code);

    /// <summary>Why a worker came back: END_CONTRACT, FORCED_CONFLICT …</summary>
    public IReadOnlyCollection<string> ReturnReasons { get; } = Values(Reasons.Select(r => new ListedCode(r.Code)));

    /// <summary>The kind of a return by its reason: PLANNED, FORCED, MEDICAL, DISTRESS, DEATH, END_OF_SEASON, OTHER.</summary>
    public IReadOnlyDictionary<string, string> ReturnKinds { get; } = Reasons.ToDictionary(r => r.Code, r => r.Kind);

    /// <summary>Kinds of employment: FORMAL, AGRICULTURAL_SEASONAL …</summary>
    public IReadOnlyCollection<string> EmploymentTypes { get; } = Values(DataFile.Read<EmploymentTypeFile>("employment_types").EmploymentTypes);

    /// <summary>The kind of document without its issuer: LA_PASSPORT is a PASSPORT. A kind not listed is itself.</summary>
    public string DocumentKind(string code) => _documentKinds.GetValueOrDefault(code, code);

    static ImmutableHashSet<string> Values(IEnumerable<ListedCode> codes) => [.. codes.Select(c => c.Code)];

    sealed record DocumentKindFile(IReadOnlyList<ListedKind> DocumentKinds);

    sealed record ListedKind(string Code, IReadOnlyList<string> Also);

    sealed record ReturnReasonFile(IReadOnlyList<ListedReason> ReturnReasons);

    sealed record ListedReason(string Code, string Kind);

    sealed record EmploymentTypeFile(IReadOnlyList<ListedCode> EmploymentTypes);
}

/// <summary>A code of a list that is data.</summary>
sealed record ListedCode(string Code);
