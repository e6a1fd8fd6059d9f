namespace Gms.Reintegration.Assessments;

/// <summary>Data/questionnaires.json: own questions, in the languages of the region, with the score of each answer. Read once at start.</summary>
public sealed record Questionnaires(QuestionnairesMeta Meta, IReadOnlyDictionary<string, IReadOnlyList<Option>> Options, IReadOnlyList<Questionnaire> All)
{
    public static Questionnaires Load() => DataFile.Read<Questionnaires>("questionnaires");

    /// <summary>The version that holds on a day.</summary>
    public Questionnaire InForce(AssessmentKind kind, DateOnly day) => All.Where(q => q.Kind == kind && q.Holds(day)).MaxBy(q => q.Version)!;

    /// <summary>A version by its number; null when there is none.</summary>
    public Questionnaire? Find(AssessmentKind kind, int version) => All.SingleOrDefault(q => q.Kind == kind && q.Version == version);

    /// <summary>The codes of a question's answers.</summary>
    public IReadOnlyCollection<string> ValuesOf(Question question) => [.. Options[question.Options].Select(o => o.Code)];
}

/// <summary>Where the questions come from.</summary>
public sealed record QuestionnairesMeta(string Source, Gms.Type.V1.Confidence Confidence);

/// <summary>One version of a questionnaire.</summary>
/// <param name="Weights">What each dimension counts in the total, in hundredths; null where nothing is scored.</param>
public sealed record Questionnaire(
    AssessmentKind Kind, int Version, DateOnly EffectiveFrom, DateOnly? EffectiveTo, IReadOnlyDictionary<Dimension, int>? Weights, IReadOnlyList<Question> Questions) : IDated
{
    public Question? Find(string code) => Questions.FirstOrDefault(q => q.Code == code);

    /// <summary>Required questions without an answer.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> answers) => [.. Questions.Where(q => q.Required && !answers.ContainsKey(q.Code)).Select(q => q.Code)];
}

/// <summary>What a question is about.</summary>
public enum Dimension
{
    Economic,
    Social,
    Psychosocial,
}

/// <param name="Options">The name of the list of its answers.</param>
/// <param name="Texts">The question by language.</param>
/// <param name="Weight">What it counts in its dimension; 0 where it is not scored.</param>
/// <param name="Scores">0 to 100 for each answer; null where it is not scored. An answer that is not in it does not count.</param>
public sealed record Question(string Code, Dimension Dimension, bool Required, string Options, IReadOnlyDictionary<string, string> Texts, int Weight, IReadOnlyDictionary<string, int>? Scores);

/// <summary>One possible answer.</summary>
public sealed record Option(string Code, IReadOnlyDictionary<string, string> Labels);
