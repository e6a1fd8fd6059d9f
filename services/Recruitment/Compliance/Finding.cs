using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>What one indicator came to. The rule is named where it is another than the indicator's own, such as a national cap.</summary>
sealed record Finding(Outcome Outcome, string Message, string Remedy = "", RuleSource? Rule = null)
{
    public static Finding Pass(string message, RuleSource? rule = null) => new(Outcome.Pass, message, Rule: rule);

    public static Finding Fail(string message, string remedy, RuleSource? rule = null) => new(Outcome.Fail, message, remedy, rule);

    public static Finding Unknown(string message, string remedy = "", RuleSource? rule = null) => new(Outcome.Unknown, message, remedy, rule);

    public static Finding NotApplicable(string message) => new(Outcome.NotApplicable, message);

    /// <summary>The worker's answer to one question: a good answer passes, a bad one fails, none leaves it unknown.</summary>
    public static Finding Declared(bool? answer, bool good, string pass, string fail, string remedy) => answer is not { } said
        ? Unknown("The worker has not been asked.", "Record the worker's declaration, taken without the agency present.")
        : said == good ? Pass(pass) : Fail(fail, remedy);
}
