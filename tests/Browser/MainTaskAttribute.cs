namespace Gms.Browser;

/// <summary>
/// The main task of one of those for whom the Portal is, from the sign-in page to its end (from the first page for who does not sign in), in English and one other
/// language, with pictures that stay.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
sealed class MainTaskAttribute(string who) : Attribute
{
    public const string Ministry = "labour ministry", Agency = "recruitment agency", SocialSecurity = "social-security office", Training = "trainers and training managers",
        BorderPost = "border post", Reintegration = "reintegration counsellor and partners", Worker = "worker", CivilSociety = "civil society and the public", Administrator = "administrator";

    public static readonly IReadOnlyList<string> Nine = [Ministry, Agency, SocialSecurity, Training, BorderPost, Reintegration, Worker, CivilSociety, Administrator];

    public string Who => who;
}
