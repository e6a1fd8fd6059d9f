using Gms.DepartureOrientation.Institutions;
using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>What the records can be asked for beside a stated figure.</summary>
public enum Computation
{
    /// <summary>Nothing of the kind is on record.</summary>
    None,
    Modules,
    TrainingYear,
    TrainingDays,
    TrainingParticipants,
    TrainingInstitutions,
    TrainingProvinces,
    InstitutionsReached,
    RollOutSessions,
    CountriesWithPlan,
}

/// <summary>Data/stated_figures.json: what published texts state of programmes, word for word. Read once at start.</summary>
public sealed record StatedFigures(IReadOnlyList<StatedProgramme> Programmes)
{
    public static StatedFigures Load() => DataFile.Read<StatedFigures>("stated_figures");
}

/// <param name="Id">Its id in the data.</param>
/// <param name="Country">Whose it is; null for all six.</param>
/// <param name="Curriculum">The code of the curriculum that its trainings teach; null where it teaches none.</param>
/// <param name="Figures">What the texts state of it.</param>
public sealed record StatedProgramme(string Id, string? Country, string? Curriculum, IReadOnlyList<StatedFigure> Figures);

/// <summary>A figure that texts state, or that one would expect them to.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">What it is a figure of.</param>
/// <param name="Computes">What the records are asked for.</param>
/// <param name="Training">Of which of the programme's trainings, in the order of time: 1, 2 …; null where it is of none.</param>
/// <param name="Kind">Of institutions of which kind; null for all.</param>
/// <param name="Statements">None where the texts leave it out, more than one where they contradict one another.</param>
/// <param name="Note">What a reader should know.</param>
public sealed record StatedFigure(string Code, string Title, Computation Computes, int? Training, InstitutionKind? Kind, IReadOnlyList<Statement> Statements, string? Note)
{
    /// <summary>How what is stated and what the records come to stand to each other. Pure; nothing is made to fit.</summary>
    public Agreement Against(string? computed) => Statements.Select(s => s.Value).Distinct().ToList() switch
    {
        [] => Agreement.NotStated,
        [_, _, ..] => Agreement.TextsDiffer,
        [var stated] => computed is null ? Agreement.NotRecorded : stated == computed ? Agreement.Agrees : Agreement.Differs,
    };
}

/// <summary>What one text says, and the words it stands in.</summary>
public sealed record Statement(string Value, string Quotation, string Source, Types.Confidence Confidence);

/// <summary>How a stated figure and the computed one stand to each other.</summary>
public enum Agreement
{
    Agrees,
    Differs,
    NotRecorded,
    NotStated,
    TextsDiffer,
}
