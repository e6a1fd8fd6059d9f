using Gms.Portal.Languages;

namespace Gms.Portal.Help;

/// <summary>A role in a reader's words: those of Access, which gives the roles.</summary>
static class RoleName
{
    public static string Of(Texts texts, string role) => role == Guides.Everybody ? texts["help.everybody"] : texts.Code("role", role);
}
