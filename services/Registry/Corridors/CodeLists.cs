using System.Collections.Immutable;

namespace Gms.Registry.Corridors;

/// <summary>The code lists that requests name values of. Data.</summary>
sealed class CodeLists
{
    /// <summary>Kinds of identity and travel document: PASSPORT, BORDER_PASS …</summary>
    public IReadOnlySet<string> DocumentKinds { get; } = Values(DataFile.Read<DocumentKindFile>("document_kinds").DocumentKinds);

    /// <summary>Why a worker came back: END_CONTRACT, FORCED_CONFLICT …</summary>
    public IReadOnlySet<string> ReturnReasons { get; } = Values(DataFile.Read<ReturnReasonFile>("return_reasons").ReturnReasons);

    /// <summary>Kinds of employment: FORMAL, AGRICULTURAL_SEASONAL …</summary>
    public IReadOnlySet<string> EmploymentTypes { get; } = Values(DataFile.Read<EmploymentTypeFile>("employment_types").EmploymentTypes);

    static ImmutableHashSet<string> Values(IEnumerable<Code> codes) => codes.Select(c => c.Value).ToImmutableHashSet();

    sealed record DocumentKindFile(IReadOnlyList<Code> DocumentKinds);

    sealed record ReturnReasonFile(IReadOnlyList<Code> ReturnReasons);

    sealed record EmploymentTypeFile(IReadOnlyList<Code> EmploymentTypes);
}
