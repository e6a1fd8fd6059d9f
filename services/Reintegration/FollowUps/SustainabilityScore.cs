using Gms.Reintegration.Assessments;

namespace Gms.Reintegration.FollowUps;

/// <summary>0 to 100 for each dimension and all together.</summary>
public sealed record SustainabilityScore(int Economic, int Social, int Psychosocial, int Total)
{
    /// <summary>
    /// The weighted mean of the answers of each dimension, and of the dimensions; weights and scores are data. An answer without a score (no children of
    /// school age) counts neither for nor against. Pure.
    /// </summary>
    public static SustainabilityScore Of(Questionnaire questionnaire, IReadOnlyDictionary<string, string> answers)
    {
        var means = Enum.GetValues<Dimension>().ToDictionary(d => d, d => Mean(questionnaire.Questions.Where(q => q.Dimension == d), answers));
        var weights = questionnaire.Weights!;
        var total = means.Sum(m => m.Value * weights[m.Key]) / weights.Values.Sum();
        return new(Whole(means[Dimension.Economic]), Whole(means[Dimension.Social]), Whole(means[Dimension.Psychosocial]), Whole(total));
    }

    static decimal Mean(IEnumerable<Question> questions, IReadOnlyDictionary<string, string> answers)
    {
        decimal sum = 0, weight = 0;
        foreach (var question in questions)
        {
            if (question.Scores is not { } scores || !answers.TryGetValue(question.Code, out var value) || !scores.TryGetValue(value, out var score))
                continue;
            sum += score * question.Weight;
            weight += question.Weight;
        }
        return weight == 0 ? 0 : sum / weight;
    }

    static int Whole(decimal score) => (int)Math.Round(score, MidpointRounding.AwayFromZero);
}
