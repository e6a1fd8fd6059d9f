using Gms.Platform;
using Google.Protobuf.Collections;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

/// <summary>What must hold for a statement to be recorded. Pure.</summary>
static class StatementRules
{
    /// <summary>The answers by item; every fault at once.</summary>
    public static IReadOnlyDictionary<string, StatementAnswer> Read(RepeatedField<Proto.StatementItem> answers, Questionnaire questionnaire)
    {
        var problems = new List<Problem>();
        var read = new Dictionary<string, StatementAnswer>();
        for (var i = 0; i < answers.Count; i++)
        {
            var field = $"answers[{i}].item";
            var item = Platform.Read.Text(answers[i].Item, field, 60);
            if (!questionnaire.Items.Any(q => q.Code == item))
                problems.Add(StatementProblems.ItemUnknown(field));
            else if (!read.TryAdd(item, Platform.Read.Value<Proto.StatementAnswer, StatementAnswer>(answers[i].Answer, $"answers[{i}].answer")))
                problems.Add(StatementProblems.ItemTwice(field));
        }
        if (answers.Count == 0)
            problems.Add(StatementProblems.NothingAnswered());
        Refuse.IfInvalid(problems);
        return read;
    }

    /// <summary>The answer as it weighs: who declined said nothing.</summary>
    public static bool? Said(this IReadOnlyDictionary<string, StatementAnswer> answers, string item) => answers.TryGetValue(item, out var answer) ? answer switch
    {
        StatementAnswer.Yes => true,
        StatementAnswer.No => false,
        StatementAnswer.Declined => null,
    } : null;
}
