using Gms.Imports.V1;

namespace Gms.Platform;

/// <summary>What became of one row.</summary>
/// <param name="Outcome">Saved, known already, saved with a question, or refused.</param>
/// <param name="Id">The record's id; empty when there is none.</param>
/// <param name="Problems">Why it was refused, or what the officer is asked.</param>
/// <param name="Disclosures">What the report tells of people, the row's own person among them.</param>
public sealed record RowResult(RowOutcome Outcome, string Id = "", params IReadOnlyList<Problem> Problems)
{
    public IReadOnlyList<Disclosure> Disclosures { get; init; } = [];

    public static RowResult Refused(params IReadOnlyList<Problem> problems) => new(RowOutcome.Refused, "", problems);
}

/// <summary>One row as it came: read, or not readable as a row at all.</summary>
public readonly record struct IncomingRow<TRow>(long Number, TRow? Row, Problem? Unreadable = null) where TRow : class;

/// <summary>What a noun does with the rows of an import.</summary>
public interface IRowIntake<in TRow, TReady> where TReady : class
{
    /// <summary>Reads one row by itself, and refuses what is wrong with it. Runs ahead of the saving, and not on its thread.</summary>
    TReady Read(TRow row);

    /// <summary>
    /// Saves rows in the piece's transaction and publishes at most one event; answers for each row, in order. It may run again with fewer rows when
    /// the database refuses one of them.
    /// </summary>
    Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<TReady> rows, ImportPiece piece, CancellationToken cancel);
}

/// <summary>A piece of an import being saved.</summary>
/// <param name="ImportId">The import: the subject of its events.</param>
/// <param name="Version">1, 2, 3 … per import: the event's subject version.</param>
/// <param name="Country">The country for whose authority the rows are taken.</param>
/// <param name="DryRun">True when everything is undone afterwards.</param>
/// <param name="Checked">False when the caller gave a reason to do without the search for duplicates.</param>
public sealed record ImportPiece(Guid ImportId, long Version, string Country, bool DryRun, bool Checked);
