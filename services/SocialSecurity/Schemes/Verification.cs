using Gms.Type.V1;

namespace Gms.SocialSecurity.Schemes;

/// <summary>
/// What a document at hand confirmed, as the reader of an answer sees it: never surer than the data, and in words where the data has a mark.
/// </summary>
static class Verification
{
    const string Mark = "[unverified]";

    /// <summary>Low at most where no document was found, medium at most where one confirms a part.</summary>
    public static Confidence Cap(Tagged record, Confidence said) => record switch
    {
        { Found: false } => Least(said, Confidence.Low),
        _ when IsPartly(record) => Least(said, Confidence.Medium),
        _ => said,
    };

    public static string InWords(Tagged record)
    {
        var source = record.Source.Replace(Mark, "", StringComparison.Ordinal).Trim(' ', ';', ',');
        return (source.Length, record.Found) switch
        {
            (0, false) => "Commonly told; no document that confirms it was found.",
            (_, false) => $"{source} (no document that confirms it was found)",
            _ when IsPartly(record) => $"{source} (a document confirms it only in part)",
            _ => source,
        };
    }

    /// <summary>The evidence of a record of the registry's own data files beside the reference data.</summary>
    public static Evidence Of(Tagged record, string rule) => new(rule, "", InWords(record), Cap(record, record.Confidence switch
    {
        "high" => Confidence.High,
        "medium" => Confidence.Medium,
        _ => Confidence.Low,
    }), record.EffectiveFrom);

    /// <summary>A law whose own text holds a mark.</summary>
    public static string InWords(string law) => law.Replace(Mark, "(not confirmed)", StringComparison.Ordinal);

    static bool IsPartly(Tagged record) => record.PartlyUnverified || record.Source.Contains(Mark, StringComparison.Ordinal);

    static Confidence Least(Confidence said, Confidence most) => said switch
    {
        Confidence.High when most is Confidence.Medium or Confidence.Low => most,
        Confidence.Medium when most is Confidence.Low => most,
        _ => said,
    };
}
