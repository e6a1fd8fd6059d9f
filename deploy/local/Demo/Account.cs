namespace Gms.Local.Demo;

/// <summary>The demonstration's accounts by what they do, as Access makes them.</summary>
public static class Account
{
    public static string Ministry(string country) => Of("ministry-officer", country);

    /// <summary>A colleague of the same office, for what two officers must decide.</summary>
    public static string SecondOfficer(string country) => Of("second-officer", country);

    public static string Licensing(string country) => Of("licensing-officer", country);

    public static string Agency(string country) => Of("agency-officer", country);

    public static string SocialSecurity(string country) => Of("social-security-officer", country);

    public static string Training(string country) => Of("training-manager", country);

    public static string Trainer(string country) => Of("trainer", country);

    public static string Border(string country) => Of("border-officer", country);

    public static string Counsellor(string country) => Of("reintegration-counsellor", country);

    /// <summary>A body that helps those who came back, and sees only what was referred to it.</summary>
    public static string Partner(string country) => Of("partner-officer", country);

    public static string CivilSociety(string country) => Of("civil-society-officer", country);

    /// <summary>Of the body of the region, for every country.</summary>
    public const string Administrator = "administrator";

    static string Of(string role, string country) => $"{role}.{country.ToLowerInvariant()}";
}
