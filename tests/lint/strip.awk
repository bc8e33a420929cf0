# Writes C source below the folder `out`, with comments and the insides of string and character
# literals blanked, line for line, so that what is looked for is code.
FNR == 1 {
	close(stripped)
	stripped = out "/" FILENAME
	in_comment = 0
}
{
	line = ""
	n = length($0)
	for (i = 1; i <= n; i++) {
		c = substr($0, i, 1)
		two = substr($0, i, 2)
		if (in_comment) {
			if (two == "*/") {
				in_comment = 0
				i++
			}
			continue
		}
		if (quote != "") {
			if (c == "\\")
				i++
			else if (c == quote) {
				quote = ""
				line = line c
			}
			continue
		}
		if (two == "/*") {
			in_comment = 1
			i++
			line = line " "
			continue
		}
		if ((c == "\"" || c == "'") && $0 !~ /^#[ \t]*include/)
			quote = c
		line = line c
	}
	quote = ""
	print line > stripped
}
