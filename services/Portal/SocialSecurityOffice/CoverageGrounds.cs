using Gms.Portal.Languages;
using Gms.SocialSecurity.V1;

namespace Gms.Portal.SocialSecurityOffice;

/// <summary>Why a scheme covers or does not, in the reader's language by what the answer turned on: the texts coverage.ground.GROUND and what to do about it. Pure.</summary>
static class CoverageGrounds
{
    /// <summary>Null in English, and of a ground that has no text: then the service's own sentence is shown.</summary>
    public static string? Of(Texts texts, SchemeVerdict verdict)
    {
        var key = $"coverage.ground.{verdict.Ground}";
        if (texts.Language == Language.English || !texts.Has(key))
            return null;
        return verdict.Missing.Length + verdict.Remedy.Length > 0 && texts.Has($"{key}.do") ? $"{texts[key]} {texts[$"{key}.do"]}" : texts[key];
    }
}
