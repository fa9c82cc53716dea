/** What the lessons say; a page loads them with the first lesson. */
import type { Sentences } from './template.ts'

export const lessonSentences: Sentences = {
  'lesson.page.rows.title': 'Rows live on pages',
  'lesson.page.rows':
    'Storage does not keep rows. It keeps pages, and several rows live on each. Alice, at writer ' +
    'w1, is about to change one row; Bob, at writer w2, another one at the same moment. Look ' +
    'where the two rows live.',
  'lesson.page.predict.title': 'Both at once',
  'lesson.page.predict':
    'Each writer sends its change to all six copies. Nothing is locked, and neither writer asks ' +
    'the other. Now both changes are on their way.',
  'lesson.page.question': 'Whose change will be kept?',
  'lesson.page.choice.w1': 'Alice’s, at writer w1',
  'lesson.page.choice.w2': 'Bob’s, at writer w2',
  'lesson.page.choice.both': 'Both: they change different rows',
  'lesson.page.choice.neither': 'Neither of them',
  'lesson.page.retry.title': 'Nothing is lost for good',
  'lesson.page.retry':
    'A refused transaction is rolled back as a whole, and its application tries again after a ' +
    'short pause. This time the change is built on the new version of the page. Watch the six ' +
    'answers.',
  'lesson.page.both.title': 'Now you: make both succeed',
  'lesson.page.both':
    'Choose the rows, and when Bob begins. Both transactions shall commit, and neither shall see ' +
    'error 1213.',
  'lesson.page.delay.none': 'at the same moment',
  'lesson.page.delay.short': '5 ms after Alice',
  'lesson.page.delay.long': '60 ms after Alice',
  'lesson.page.failed.inFlight':
    'Not yet. Both changes of page {page} were under way at once, and {winner} was first at ' +
    'enough copies. {application} got error 1213; nothing was locked. Try another row, or more ' +
    'time between them.',
  'lesson.page.failed.staleBase':
    'Not yet. {instance} had not heard of the newest change of page {page}: it built on version ' +
    '{base}, and storage already held {version}. News travels between writers in about 30 ms. ' +
    'Try another row, or wait longer.',
  'lesson.page.failed.noWinner':
    'Not yet. Neither change of page {page} reached enough copies, so both were refused. Try ' +
    'rows on different pages.',
  'lesson.page.failed.rowOwned':
    'Not yet. An open transaction at another writer owned the row. Let it end first.',
  'lesson.page.passed':
    'Both are committed, and nobody saw error 1213. Two ways lead there: rows on different ' +
    'pages, or one after the other with time for the news to travel. That is why applications ' +
    'were told to leave each table, or each part of it, to one writer.',

  'lesson.because.first':
    'First at {copies} was the change of {instance}: {count~} of {all~} copies kept it.',
  'lesson.because.kept': '{yes~} are enough: the change of {instance} stands.',
  'lesson.because.refused.inFlight':
    'The others held it already when the change of {instance} came, so they refused: {yes~} are ' +
    'too few. Its transaction is rolled back with error 1213. MySQL says deadlock; nothing was ' +
    'locked.',
  'lesson.because.refused.staleBase':
    'The change of {instance} was built on an old version of the page and is refused. Its ' +
    'transaction is rolled back with error 1213. MySQL says deadlock; nothing was locked.',
  'lesson.because.refused.noWinner':
    'The change of {instance} reached too few copies and is refused: {yes~}. Its transaction is ' +
    'rolled back with error 1213. MySQL says deadlock; nothing was locked.',
  'lesson.because.open': 'The change of {instance} has no answer from enough copies yet.',
  'lesson.because.nothing': 'No change of a page was asked for between these instants.',

  'lesson.heldBack': 'What happens is held back until you have said what you expect.',
  'lesson.firstSay': 'First say what you expect: what comes next is held back until then.',
  'lesson.right': 'Right: that is what happened.',
  'lesson.wrong': 'Not quite. What happened: {what}.',
  'lesson.unforeseen': 'This run went another way: so far none of the four has happened.',
}
