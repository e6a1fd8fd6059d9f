using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.Assessments;

/// <summary>The assessments of assessments.json, each in versions that never change.</summary>
public sealed class AssessmentBook
{
    readonly Dictionary<(string Code, int Version), AssessmentPaper> _papers;

    public AssessmentBook(IReadOnlyList<AssessmentPaper> papers) => _papers = papers.ToDictionary(p => (p.Code, p.Version));

    public IEnumerable<AssessmentPaper> All => _papers.Values.OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Version);

    public AssessmentPaper? Find(string code, int version) => _papers.GetValueOrDefault((code, version));

    public static AssessmentBook Load() => new(DataFile.Read<Papers>("assessments").Assessments);

    sealed record Papers(IReadOnlyList<AssessmentPaper> Assessments);
}

/// <summary>One version of an assessment.</summary>
/// <param name="OwnQuestions">True for questions of the registry's own: a published programme's must not be made up.</param>
/// <param name="PassPercent">From so many percent of right answers it is passed.</param>
/// <param name="MostAttempts">How often one may try on one place.</param>
/// <param name="WaitHours">How long after an attempt the next one may be.</param>
/// <param name="ResitDays">How long after the session's last day one may try.</param>
public sealed record AssessmentPaper(string Code, int Version, bool OwnQuestions, string Title, int PassPercent, int MostAttempts, int WaitHours, int ResitDays, string Source, Types.Confidence Confidence, IReadOnlyList<AssessmentQuestion> Questions)
{
    /// <summary>The languages in which every word of it is.</summary>
    public IReadOnlyList<string> Languages =>
        [.. Questions.SelectMany(q => q.Options.Select(o => o.Text).Append(q.Text)).Select(t => t.Keys.AsEnumerable()).Aggregate((all, next) => all.Intersect(next)).Order(StringComparer.Ordinal)];

    /// <summary>Whole percent of the questions that were answered rightly, rounded down: nobody passes by rounding.</summary>
    public int Percent(IReadOnlyDictionary<string, string> answers) => Questions.Count(q => answers.GetValueOrDefault(q.Code) == q.Right) * 100 / Questions.Count;
}

/// <summary>A question of which one option is right.</summary>
/// <param name="Text">By language, BCP 47.</param>
public sealed record AssessmentQuestion(string Code, string Topic, string Right, IReadOnlyDictionary<string, string> Text, IReadOnlyList<AssessmentOption> Options);

/// <summary>One of the answers to choose from.</summary>
public sealed record AssessmentOption(string Code, IReadOnlyDictionary<string, string> Text);
