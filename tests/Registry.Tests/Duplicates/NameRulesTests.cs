using Gms.Registry.Duplicates;
using Xunit;

namespace Gms.Registry.Tests.Duplicates;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("VN", "Nguyễn Thị Đào", "Latn:nguyen thi dao")]
    [InlineData("VN", "NGUYEN THI DAO", "Latn:nguyen thi dao")]
    [InlineData("VN", "Nguye\u0302\u0303n Thi\u0323 \u0110a\u0300o", "Latn:nguyen thi dao")]
    [InlineData("CN", "Lü Xiaoming", "Latn:lu xiao ming")]
    [InlineData("CN", "LU Xiao-Ming", "Latn:lu xiao ming")]
    [InlineData("CN", "吕小明", "Latn:lu xiao ming")]
    [InlineData("MM", "U Aung Kyaw Min", "Latn:aung kyaw min")]
    [InlineData("MM", "Aungkyaw Min", "Latn:aung kyaw min")]
    [InlineData("MM", "ဦးအောင်ကျော်မင်း", "Mymr:အောင် ကျော် မင်း")]
    [InlineData("TH", "นายสมชาย ใจดี", "Thai:สมชาย ใจดี")]
    [InlineData("TH", "Mr. Somchai Jaidee", "Latn:somchai jaidee")]
    [InlineData("LA", "ທ້າວສົມພອນ ພົມມະຈັນ", "Laoo:ສົມພອນ ພົມມະຈັນ")]
    [InlineData("LA", "Thao Somphone O'Phommachanh", "Latn:somphone ophommachanh")]
    [InlineData("KH", "SOK, Sophal", "Latn:sok sophal")]
    public void A_name_is_folded_by_the_rules_of_its_country(string country, string written, string folded) => Assert.Equal(folded, Engine.Folded(written, country));

    [Fact]
    public void What_is_a_title_to_some_and_a_name_to_others_is_kept() => Assert.Equal("Latn:ma khin mya", Engine.Folded("Ma Khin Mya", "MM"));

    [Fact]
    public void A_title_that_is_all_there_is_stays_a_name() => Assert.Equal("Latn:maung", Engine.Folded("Maung", "MM"));

    [Fact]
    public void A_name_without_letters_is_none() => Assert.Equal("", Engine.Folded("--", "LA"));

    [Theory]
    [InlineData("LA", "ສົມພອນ ພົມມະຈັນ", "Somphone Phommachanh")]
    [InlineData("LA", "ບຸນມີ ໄຊຍະສານ", "Bounmy Xayasan")]
    [InlineData("TH", "สมพร แก้วมณี", "Somporn Kaewmanee")]
    [InlineData("TH", "วันทนา สุขใจ", "Wantana Sukjai")]
    [InlineData("KH", "សុខ សុភា", "Sok Sophea")]
    [InlineData("KH", "ជា វណ្ណា", "Chea Vanna")]
    [InlineData("MM", "အောင်ဇော်မင်း", "Aung Zaw Min")]
    [InlineData("MM", "ခင်မြသန်း", "Khin Mya Than")]
    public void A_name_in_its_own_script_sounds_as_its_romanised_form(string country, string native, string latin) => Assert.Equal(Engine.Codes(latin, country), Engine.Codes(native, country));

    [Theory]
    [InlineData("LA", "Phommachanh", "Pommachan")]
    [InlineData("LA", "Xayavong", "Sayawong")]
    [InlineData("KH", "Sok Chea", "Sokh Jea")]
    [InlineData("TH", "Somporn", "Somphon")]
    [InlineData("MM", "Htun", "Tun")]
    [InlineData("MM", "Zaw", "Saw Saw")]
    public void Spellings_of_one_sound_have_one_code(string country, string one, string other) =>
        Assert.Equal(Engine.Codes(one, country).Split(' ')[0], Engine.Codes(other, country).Split(' ')[0]);

    [Fact]
    public void What_is_stored_reads_back_as_it_was()
    {
        var rules = new NameRules(Engine.Matcher.Data);
        var name = rules.Fold("အောင်ကျော်မင်း", "MM")!;
        var read = rules.Read(name.ToString(), "MM");

        Assert.Equal((name.Script, name.Parts.Count), (read.Script, read.Parts.Count));
        Assert.Equal(name.Parts, read.Parts);
    }
}
