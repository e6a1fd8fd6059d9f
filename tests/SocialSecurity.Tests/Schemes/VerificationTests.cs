using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;
using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes;

/// <summary>Nobody is told that something is sure which no document confirmed.</summary>
public sealed class VerificationTests
{
    [Theory]
    [InlineData(true, false, "SSO 2025", Confidence.High, Confidence.High, "SSO 2025")]
    [InlineData(true, true, "SSO 2025", Confidence.High, Confidence.Medium, "SSO 2025 (a document confirms it only in part)")]
    [InlineData(true, true, "SSO 2025", Confidence.Low, Confidence.Low, "SSO 2025 (a document confirms it only in part)")]
    [InlineData(true, false, "[unverified]; SSO 2025", Confidence.High, Confidence.Medium, "SSO 2025 (a document confirms it only in part)")]
    [InlineData(false, false, "SSO 2025", Confidence.Medium, Confidence.Low, "SSO 2025 (no document that confirms it was found)")]
    [InlineData(false, true, "[unverified] s.77 bis", Confidence.High, Confidence.Low, "s.77 bis (no document that confirms it was found)")]
    [InlineData(false, false, "[unverified]", Confidence.High, Confidence.Low, "Commonly told; no document that confirms it was found.")]
    public void Confidence_is_no_higher_than_what_was_found_and_the_source_says_so(bool found, bool partly, string source, Confidence said, Confidence confidence, string words)
    {
        var record = new Row { Source = source, Found = found, PartlyUnverified = partly, Confidence = "high", EffectiveFrom = null };

        Assert.Equal((confidence, words), (Verification.Cap(record, said), Verification.InWords(record)));
    }

    [Fact]
    public void No_answer_quotes_a_mark_of_the_data_as_its_source() =>
        Assert.DoesNotContain(A.Book.Schemes.SelectMany(s => s.Branches.Select(b => b.Evidence).Append(s.Evidence)), e => e.Text.Contains("unverified", StringComparison.Ordinal));

    // Medical care, sickness, maternity and invalidity of section 33: no document was found for the months that they ask.
    [Fact]
    public void What_Thailand_s_section_33_asks_for_care_is_of_low_confidence() =>
        Assert.All(A.Scheme("TH-SSF-33").Branches.Where(b => b.Branch is Branch.MedicalCare or Branch.Sickness or Branch.Maternity or Branch.Invalidity), b => Assert.Equal(Confidence.Low, b.Evidence.Confidence));

    sealed record Row : Tagged;
}
