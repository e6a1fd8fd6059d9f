namespace Gms.Recruitment.Declarations;

/// <summary>What workers stated without a name about an agency, as it weighs: of whole groups, how many answers speak against which indicator. Pure.</summary>
/// <param name="Statements">How many are counted.</param>
/// <param name="ByIndicator">Answers against, by indicator (FR and FL); an indicator against which none speaks has no entry.</param>
sealed record AnonymousWord(int Statements, IReadOnlyDictionary<string, int> ByIndicator)
{
    public static readonly AnonymousWord None = new(0, new Dictionary<string, int>());

    /// <summary>An item that names two indicators counts for both.</summary>
    public static AnonymousWord Of(StatementCounts counts, Questionnaires questions)
    {
        var against = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, answers) in counts.Items)
            if (questions.Item(code) is { } item && Bad(item, answers) is > 0 and var bad)
                foreach (var indicator in item.Indicators)
                    against[indicator] = against.GetValueOrDefault(indicator) + bad;
        return counts.Statements == 0 ? None : new(counts.Statements, against);
    }

    public int Against(string indicator) => ByIndicator.GetValueOrDefault(indicator);

    /// <summary>All answers that speak against the agency, each once.</summary>
    public static int AllAgainst(StatementCounts counts, Questionnaires questions) => counts.Items.Sum(i => questions.Item(i.Key) is { } item ? Bad(item, i.Value) : 0);

    static int Bad(Question item, IReadOnlyDictionary<StatementAnswer, int> answers) => answers.Where(a => a.Key != StatementAnswer.Declined && a.Key != item.Good).Sum(a => a.Value);
}
