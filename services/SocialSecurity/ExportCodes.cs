using Gms.Platform;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity;

/// <summary>The code lists of SocialSecurity's exports that are data.</summary>
static class ExportCodes
{
    static readonly SchemeBook Book = SchemeBook.Load();

    public static CodeList Schemes { get; } = CodeList.OfNames("scheme", Book.Schemes.ToDictionary(s => s.Id, s => s.Name));

    public static CodeList EmploymentTypes { get; } = CodeList.Of("employment_type", Book.EmploymentTypes);

    public static CodeList Channels { get; } = CodeList.Of("channel", Book.Channels);

    /// <summary>As the Registry confirms it.</summary>
    public static CodeList Sexes { get; } = CodeList.Of("sex", ["female", "male", "other"]);
}
